"""The body's file is read as a whole, or refused with everything that is wrong with it."""

import sqlite3
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from plugins.register.certificate import read
from plugins.register.columns import COLUMNS, schema
from plugins.register.problem import RegisterError

DAY = date(2026, 11, 20)
CASES = yaml.safe_load((Path(__file__).parent / "bad_input.yml").read_text(encoding="utf-8"))
GOOD = {
    "number": "EX-1", "organisation": "示例泵业有限公司", "other_names": "Example Pumps | Példa Szivattyú", "uscc": "91330100MA0000012K",
    "standard": "ISO 9001:2015", "scope": "泵的生产", "address": "路1号", "country": "CN", "sites": "一厂 | 二厂", "accreditation": "",
    "status": "suspended", "issued": "2025-01-10", "expires": "2028-01-09", "suspended_from": "2026-10-01", "suspended_until": "2027-01-01",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_bad_input(case: dict, tmp_path: Path) -> None:
    lines = enumerate(case["text"].splitlines(keepends=True), 1)
    file = tmp_path / "register.csv"
    file.write_bytes(b"".join(line.encode("gb18030" if row in case.get("gb18030", ()) else "utf-8") for row, line in lines))
    with pytest.raises(RegisterError) as refused:
        read(file, DAY, encoding=case.get("encoding", "utf-8"), name="register.csv")
    assert str(refused.value).splitlines() == case["report"].splitlines()


def csv_of(row: dict[str, str], mark: str = ",") -> str:
    return f"{mark.join(row)}\n{mark.join(row.values())}\n"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_the_offices_export_is_read(mark: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    row = GOOD | {"other_names": "Example Pumps"} if encoding == "gb18030" else GOOD
    file.write_bytes(csv_of(row, mark).encode(encoding))
    (one,) = read(file, DAY, encoding=encoding.removesuffix("-sig"))
    assert (one.organisation, one.sites, one.suspended_from) == ("示例泵业有限公司", ("一厂", "二厂"), date(2026, 10, 1))


def test_a_table_of_sqlite_gives_the_same_as_the_csv(tmp_path: Path) -> None:
    written, base = tmp_path / "register.csv", tmp_path / "register.sqlite"
    written.write_text(csv_of(GOOD), encoding="utf-8")
    with sqlite3.connect(base) as connection:
        connection.execute(f"create table certificates ({', '.join(GOOD)})")
        connection.execute(f"insert into certificates values ({', '.join('?' * len(GOOD))})", [text or None for text in GOOD.values()])
        connection.execute("create table other (number)")
    from_base, from_csv = read(base, DAY), read(written, DAY)
    assert [repr(one).replace("row=1,", "row=2,") for one in from_base] == [repr(one) for one in from_csv]
    with pytest.raises(RegisterError, match="has no table 'people', only certificates, other"):
        read(base, DAY, table="people")
    with pytest.raises(RegisterError, match="number: the column is missing|organisation: the column is missing"):
        read(base, DAY, table="other")


def test_a_file_that_is_not_there_says_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="register: file"):
        read(tmp_path / "none.csv", DAY)


@pytest.mark.parametrize(
    "change",
    [{}, {"status": "suspend"}, {"suspended_from": ""}, {"issued": "1.1.2025"}, {"uscc": "9133"}, {"unlisted": "yes"},
     {"unlisted": "no", "unlisted_reason": "why"}, {"country": "China"}, {"scope": ""}, {"number": "x" * 61}, {"status": "withdrawn"}],
)  # fmt: skip
def test_the_published_schema_refuses_what_the_reader_refuses(change: dict[str, str], tmp_path: Path) -> None:
    row = {name: text for name, text in (GOOD | change).items()}
    file = tmp_path / "register.csv"
    file.write_text(csv_of(row), encoding="utf-8")
    try:
        read(file, DAY)
        read_it = True
    except RegisterError:
        read_it = False
    kept = {name: text for name, text in row.items() if text}
    assert jsonschema.Draft202012Validator(schema()).is_valid(kept) == read_it == (not change)


def test_the_schema_names_every_column() -> None:
    assert list(schema()["properties"]) == [column.name for column in COLUMNS]
