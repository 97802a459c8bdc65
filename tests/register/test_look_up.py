"""Everything public is found through the tree of files as a browser reads it; what is unlisted stands nowhere."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.register import keys, tree
from plugins.register.certificate import Certificate, read
from plugins.register.columns import Status
from plugins.register.normal import code, folded, words
from plugins.register.register import Register
from tests.built import ROOT

DAY = date(2026, 11, 20)
EXAMPLE = Register(tuple(read(ROOT / "register" / "certificates.csv", DAY)), DAY, example=True)
BROWSER = (ROOT / "plugins" / "register" / "browser").as_uri()


def in_node(script: str, task: object) -> object:
    """What an ES module prints as JSON for the task on its standard input; files stand in for addresses."""
    before = (
        'import { readFileSync } from "node:fs";\nglobalThis.HTMLElement = class {};\n'
        "globalThis.customElements = { get: () => true };\n"
        "globalThis.fetch = async (path) => ({ ok: true, json: async () => { moved.push(path); return JSON.parse(readFileSync(path, 'utf8')); } });\n"
        'const moved = [];\nconst task = JSON.parse(readFileSync(0, "utf8"));\n'
    )
    done = subprocess.run(["node", "--input-type=module", "-e", before + script], input=json.dumps(task), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def found(folder: Path, asked: list[str]) -> list[dict]:
    script = f"""
        const {{ lookUp }} = await import("{BROWSER}/register.js");
        const answers = [];
        for (const asked of task.asked) {{
          moved.length = 0;
          answers.push({{ ...await lookUp(task.folder, asked), moved: [...moved] }});
        }}
        console.log(JSON.stringify(answers));
    """
    answers = in_node(script, {"folder": f"{folder}/", "asked": asked})
    assert isinstance(answers, list)
    return answers


def test_names_are_compared_in_the_browser_as_in_the_build() -> None:
    texts: list[str] = []
    signs = st.characters(exclude_categories=("Cs", "Cn"))

    @settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(signs, max_size=20) | st.text("ŐőßΣςσİıйЁё示例（）ＡＢ１㈱·-/ がパ한글", max_size=20))
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    script = f"""
        const {{ folded, words, code }} = await import("{BROWSER}/normal.js");
        console.log(JSON.stringify(task.map((text) => [folded(text), words(text), code(text)])));
    """
    own = [[folded(text), words(text), code(text)] for text in texts]
    assert in_node(script, texts) == own
    assert len(texts) > 300


def test_every_public_certificate_is_found_by_number_code_and_every_word_of_every_name(tmp_path: Path) -> None:
    tree.write(keys.entries(EXAMPLE.pages), tmp_path, {"longest": keys.LONGEST})
    expected: list[tuple[str, int, str]] = []
    for number, page in enumerate(EXAMPLE.pages, 1):
        for place, organisation in enumerate(page, 1):
            for name in (organisation.name, *organisation.other_names):
                spoken = words(name)
                expected += ((" ".join(spoken[first:]), number, f"o{place}") for first in range(len(spoken)) if len(spoken) - first > 4 or first == 0)
                expected.append((name, number, f"o{place}"))
            expected += [(organisation.uscc, number, f"o{place}")] if organisation.uscc else []
            for one in organisation.certificates:
                where = EXAMPLE.places[one.number]
                expected += [(one.number, where.page, where.id), (one.number.lower().replace("-", " "), where.page, where.id)]
    answers = found(tmp_path, [asked for asked, *_ in expected])
    lost = [
        case for case, answer in zip(expected, answers, strict=True)
        if (case[1], case[2]) not in {(hit["page"], hit["id"]) for hit in answer["hits"]} and not answer["more"]
    ]  # fmt: skip
    assert not lost
    exact = [case for case, answer in zip(expected, answers, strict=True) if case[2].startswith("c") and len(answer["hits"]) != 1]
    assert not exact, "a number leads to its certificate alone"


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    tree.write(keys.entries(EXAMPLE.pages), tmp_path, {"longest": keys.LONGEST})
    unlisted = [one for one in EXAMPLE.certificates if one.unlisted]
    assert len(unlisted) == 2
    asked = ["", "—", "zzz", "9" * 200, "<script>", *(one.number for one in unlisted)]
    assert [answer["hits"] for answer in found(tmp_path, asked)] == [[]] * len(asked)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json"))
    assert not any(one.number in written for one in unlisted)


def many(count: int) -> Register:
    """A register of so many invented certificates with names as long as real ones."""
    signs = "东南西北中华明光远达兴盛和平安泰恒信宏图伟业金银铜铁木水火土"
    made = []
    for number in range(count):
        mixed = number * 7919 + 13
        name = "示例" + "".join(signs[(mixed >> shift) % len(signs)] for shift in (0, 3, 7, 11)) + "科技发展有限公司"
        made.append(
            Certificate(
                row=number, number=f"EX-2025-Q-{number:06d}", organisation=name, standard="GB/T 19001-2016 / ISO 9001:2015",
                scope="电子元件的研发、生产和销售" * 3, address="示例市示例区示例路100号", country="CN", status=Status.VALID,
                issued=date(2025, 1, 10), expires=date(2028, 1, 9), other_names=(f"Example {number} Technology Development Co., Ltd.",),
            )
        )  # fmt: skip
    return Register(tuple(made), DAY, example=True)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Register, Path]:
    register, folder = many(3000), tmp_path_factory.mktemp("large")
    tree.write(keys.entries(register.pages), folder, {"longest": keys.LONGEST})
    return register, folder


def test_a_look_up_in_a_large_register_moves_less_than_a_hundred_kilobytes(large: tuple[Register, Path]) -> None:
    register, folder = large
    asked = [one.number for one in register.public[::97]] + [one.organisation for one in register.public[::89]] + ["示例", "technology", "example 12"]
    for text, answer in zip(asked, found(folder, asked), strict=True):
        moved = sum(Path(path).stat().st_size for path in set(answer["moved"]))
        assert moved + 40_000 < 100_000, text  # beside the page that holds the record
        assert answer["hits"], text
    assert len(list((folder / "leaf").iterdir())) > 100


def test_an_ending_that_everyone_shares_says_that_there_are_more(large: tuple[Register, Path]) -> None:
    (answer,) = found(large[1], ["有限公司"])
    assert answer["more"]
    assert len(answer["moved"]) <= 4  # root, node, at most two leaves
