"""The register at full size: reading, sharding and writing in the site's languages, and what one look-up moves.

    make bench-register            # 200,000 certificates
    make bench-register ROWS=20000
"""

import csv
import gzip
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from calculators.messages import read_catalogue
from plugins.register.certificate import read
from plugins.register.columns import NAMES
from plugins.register.deadlines import late
from plugins.register.language import Language
from plugins.register.published import Published
from plugins.register.register import Register
from stdnum.cn import uscc

DAY = date(2026, 11, 20)
FOLDERS = {"zh": "", "en": "en/", "ru": "ru/", "hu": "hu/"}
SIGNS = "东南西北中华明光远达兴盛和平安泰恒信宏图伟业金银铜铁木水火土天地人海山川江河新永昌隆德仁义礼智"
PLACES = ("北京", "上海", "广州", "深圳", "成都", "杭州", "武汉", "西安", "南京", "天津")
TRADES = ("科技", "机械制造", "建筑工程", "物流", "电子科技", "物业服务", "食品", "软件技术")


def row(number: int) -> dict[str, str]:
    """One certificate; every third organisation has two."""
    who = number - number % 3 // 2
    mixed = who * 2654435761 % 2**40
    name = PLACES[mixed % 10] + "".join(SIGNS[(mixed >> shift) % len(SIGNS)] for shift in (3, 11, 17)) + TRADES[(mixed >> 23) % 8] + "有限公司"
    body = f"91310115MA{mixed % 10**7:07d}"
    issued = DAY - timedelta(who % 1000)
    return {
        "number": f"EX-{issued.year}-Q-{number:06d}", "organisation": name, "other_names": f"Example {who} Trading and Manufacturing Co., Ltd.",
        "uscc": body + uscc.calc_check_digit(body), "standard": "GB/T 19001-2016 / ISO 9001:2015",
        "scope": "电子元件、机械零部件的研发、生产和销售及相关管理活动", "address": f"{name[:2]}市示例区示例路{who % 500}号", "country": "CN",
        "accreditation": "EXAMPLE C999-M", "status": "valid", "issued": str(issued), "expires": str(issued + timedelta(1094)),
        "result_reported": str(issued + timedelta(5)) if issued + timedelta(5) <= DAY else "",
    }  # fmt: skip


def timed(label: str, since: float) -> float:
    now = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{label:<44}{now - since:8.1f} s of processor   peak {peak:6.0f} MB", flush=True)
    return now


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, site = Path(folder, "register.csv"), Path(folder, "site")
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, NAMES)
            writer.writeheader()
            writer.writerows(map(row, range(count)))
        start = time.process_time()
        register = Register(tuple(read(file, DAY)), DAY, example=True)
        start = timed(f"read and check {count:,} rows", start)
        late(register.certificates, DAY)
        start = timed("check the deadlines", start)
        languages = [
            Language(code, folder, code, "示例", read_catalogue(Path(f"locales/{code}/register.po").read_text(encoding="utf-8")))
            for code, folder in FOLDERS.items()
        ]
        Published(register).write(site, languages, "https://example.org/")
        timed(f"write tree, pages, lists and feeds, {len(languages)} languages", start)
        sizes(site, register)


def sizes(site: Path, register: Register) -> None:
    """The most that one look-up can move: root, a node and two leaves for each of two beginnings, and a page."""
    kinds = {"root": "assets/register/*/root.json", "node": "assets/register/*/node/*", "leaf": "assets/register/*/leaf/*", "page": "**/register/organisations/[0-9]*.html"}
    most, packed = {}, {}
    for kind, pattern in kinds.items():
        files = sorted(site.glob(pattern), key=lambda path: path.stat().st_size)
        most[kind], packed[kind] = files[-1].stat().st_size, len(gzip.compress(files[-1].read_bytes()))
        print(f"{kind:<6}{len(files):7,} files, the largest {most[kind]:7,} bytes, {packed[kind]:7,} with gzip")
    for label, size in (("as it lies", most), ("with gzip", packed)):
        print(f"one look-up at most, {label}: {size['root'] + 2 * size['node'] + 4 * size['leaf'] + size['page']:,} bytes")
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    print(f"site: {len(files):,} files, {sum(files) / 1e6:,.0f} MB, {len(register.public):,} certificates")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
