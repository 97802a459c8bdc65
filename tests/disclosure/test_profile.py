"""The profile: whatever is wrong is told with its line, all at once; what is empty is a gap with its clause."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from plugins.clauses.report import report
from plugins.disclosure.__main__ import main
from plugins.disclosure.gaps import gaps
from plugins.disclosure.profile import read_profile
from plugins.disclosure.schema import schema

DOCS = Path(__file__).parents[2] / "docs"
OWN = (DOCS / "body.yml").read_bytes()
CASES = yaml.safe_load(Path(__file__).with_name("profiles.yml").read_text("utf-8"))


def lines(raw: bytes) -> list[str]:
    return [one.text for one in report(read_profile(raw)[1], {"D01": "error"})]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_report_says_line_field_and_what_is_expected(case: dict) -> None:
    assert lines(case["profile"].encode()) == case["report"]


def test_a_file_in_another_encoding_is_told_with_its_line() -> None:
    assert lines("areas:\n  zh: 北京\n".encode("gb18030")) == ["docs/body.yml:2: error D01 is not UTF-8 (it reads as GB 18030): save the file as UTF-8"]


def test_a_sign_that_yaml_forbids_is_told_with_its_line() -> None:
    assert lines(b"areas:\n  zh: a\x00b\n") == ["docs/body.yml:2: error D01 has a sign that YAML forbids (U+0000): take it out"]


def test_our_own_profile_is_right_and_amounts_keep_their_digits() -> None:
    profile, problems = read_profile(OWN.replace(b"audit_day:", b"audit_day: 3200.10"))
    assert problems == []
    assert profile.value(("fees", "audit_day")) == Decimal("3200.10")


def test_every_field_names_the_clause_that_asks_for_it() -> None:
    def without(part: dict, path: str) -> list[str]:
        inner = {f"{path}.{name}": one for name, one in part.get("properties", {}).items() if "$ref" in one or "type" in one}
        return [name for name, one in inner.items() if "x-clause" not in one] + [
            found for name, one in inner.items() for found in without(one.get("items", one), name)
        ]

    assert without(schema(), "") == []


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("transitions:\n", "transitions: []\n", {"transitions"}, set()),
        ("approvals:\n", "approvals: [{number: R-1}]\n", {"approvals"}, {f"approvals[0].{name}" for name in ("authority", "subject", "from", "until")}),
        ("address:\n", "address: {zh: 北京}\n", {"address"}, {f"address.{language}" for language in ("en", "ru", "hu")}),
        ("  appeals:\n", "  appeals: {phone: '+86 10 1234567'}\n", {"contacts.appeals"}, set()),
        ("  appeals:\n", "  appeals: {phone: }\n", set(), set()),
    ],
)
def test_a_gap_is_what_stands_empty(old: str, new: str, gone: set[str], come: set[str]) -> None:
    def empty(raw: bytes) -> set[str]:
        profile, problems = read_profile(raw)
        assert problems == []
        return {gap.text.split(": gap: ")[1].split(" is not")[0] for gap in gaps(profile)}

    before = empty(OWN)
    assert old.encode() in OWN and "fees.audit_day" in before
    assert empty(OWN.replace(old.encode(), new.encode(), 1)) == before - gone | come


def test_a_gap_has_the_line_of_its_field_and_the_clauses() -> None:
    line = OWN[: OWN.index(b"  audit_day:")].count(b"\n") + 1
    texts = [gap.text for gap in gaps(read_profile(OWN)[0])]
    assert f"body.yml:{line}: gap: fees.audit_day is not published yet (GZ021:5.1.1-5)" in texts


def test_gaps_are_listed_and_stop_a_release(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DOCS)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == len(gaps(read_profile(OWN)[0])) > 10
    assert main([str(DOCS), "--release"]) == 1
    again = capsys.readouterr()
    assert again.out.splitlines()[: len(listed)] == listed
    assert f"✗ no release: {len(listed)} gaps in {DOCS}/body.yml" in again.err


READY = "site_url: https://example.org/\nplugins: [site, {register: {as_of: 2026-11-20, example: false}}]\n"
LOCAL = "site_url: !ENV [NO_SUCH_NAME, 'http://127.0.0.1:8000/']\nplugins:\n  - register:\n      example: true\n"


@pytest.mark.parametrize(
    ("settings", "page", "left"),
    [
        (READY, "# placeholder: a heading of that name\n", []),
        (READY, "---\nreviewed: 2026-11-27  # placeholder: write the day\n---\n<!-- placeholder: your text -->\n", ["docs/en/a.md:2: placeholder: write the day", "docs/en/a.md:4: placeholder: your text"]),
        (f"site_name: Ours  # placeholder: your name\n{READY}", "", ["mkdocs.yml:1: placeholder: your name"]),
        (
            LOCAL,
            "",
            [
                "mkdocs.yml:1: site_url is 'http://127.0.0.1:8000/': say where the site is published, make release SITE_URL=https://…",
                "mkdocs.yml:4: the register is an example: put the body's own export in its place and take the line out",
            ],
        ),
    ],
)
def test_a_profile_without_gaps_is_released_when_nothing_else_is_left(settings: str, page: str, left: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs" / "en").mkdir(parents=True)
    for name, text in {"mkdocs.yml": settings, "docs/body.yml": FULL, "docs/en/a.md": page}.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert main([str(tmp_path / "docs"), "--release"]) == bool(left)
    assert capsys.readouterr().out.splitlines() == left


WORDS = "{zh: 甲, en: a, ru: а, hu: á}"
FULL = f"""
name: {WORDS}
address: {WORDS}
website: https://example.org/
registration: {{code: 91330100MA0000012K, from: 2010-01-01}}
approvals: []
scope: [{{scheme: OHSMS, standard: ISO 45001:2018, from: 2020-01-01, sectors: [], accreditations: []}}]
marks: []
fees: {{currency: CNY, from: 2026-01-01, application: 1000, audit_day: 3200.5, decision: 500, annual: 800}}
contacts:
  applications: {{email: a@example.org}}
  information: {{email: a@example.org}}
  appeals: {{phone: "+86 10 1234567"}}
  complaints: {{post: {WORDS}}}
information_days: 10
transitions: []
areas: {WORDS}
offices: []
languages: [zh, ru]
disclosures: [{{clause: "GZ021:5.1.1-5"}}]
"""
