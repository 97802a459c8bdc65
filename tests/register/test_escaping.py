"""Nothing of the file becomes markup: not on a page, a list or a feed, even if the reader had let it pass."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from calculators.messages import read_catalogue
from lxml import etree, html

from plugins.register.certificate import Certificate
from plugins.register.columns import Status
from plugins.register.frame import Frame
from plugins.register.language import Language
from plugins.register.look_up import look_up
from plugins.register.published import Published
from plugins.register.register import Register
from plugins.register.status_lists import first_part
from tests.built import ROOT

DAY = date(2026, 11, 20)
HOSTILE = "<img src=x onerror=alert(1)>\"'&lt;b&gt;{day}</script><svg/onload=alert(1)>"
ALLOWED = {
    "html", "head", "meta", "title", "link", "script", "body", "header", "nav", "a", "main", "article", "h1", "h2", "h3", "p", "section", "code",
    "ul", "li", "span", "dl", "dt", "dd", "br", "time", "footer", "table", "thead", "tbody", "tr", "th", "td",
    "clause-register", "noscript", "form", "label", "input", "button", "div",
}  # fmt: skip
ONE = Certificate(
    row=2, number=f"1{HOSTILE}", organisation=f"O{HOSTILE}", standard=HOSTILE, scope=HOSTILE, address=HOSTILE, country="CN", status=Status.SUSPENDED,
    issued=date(2025, 1, 10), expires=date(2028, 1, 9), other_names=(f"N{HOSTILE}",), sites=(HOSTILE,), accreditation=HOSTILE,
    suspended_from=date(2026, 10, 1), suspended_until=date(2026, 12, 31),
)  # fmt: skip


def words(language: str) -> dict[str, str]:
    return read_catalogue((ROOT / "locales" / language / "register.po").read_text("utf-8"))


def unharmed(text: str) -> str:
    """The text of a page that has only elements and attributes of ours."""
    page = html.document_fromstring(text)
    assert {element.tag for element in page.iter(etree.Element)} <= ALLOWED
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert not [link for element, _, link, _ in page.iterlinks() if link.startswith(("javascript:", "data:"))]
    return page.text_content()


def test_nothing_of_a_certificate_becomes_markup(tmp_path: Path) -> None:
    others = [replace(ONE, number=f"{number}{HOSTILE}", organisation=f"{number}{HOSTILE}") for number in range(2, 400)]
    register = Register((ONE, *others), DAY, example=True)
    language = Language("en", "", "English", HOSTILE, words("en"))
    Published(register).write(tmp_path, [language], "https://example.org/")
    pages = sorted(tmp_path.rglob("*.html"))
    assert {path.parent.name for path in pages} == {"organisations", "numbers", "register"}
    shown = "".join(unharmed(path.read_text("utf-8")) for path in pages)
    for text in (ONE.number, ONE.organisation, *ONE.other_names):
        assert text in shown
    assert ONE.organisation in unharmed(first_part(register, Status.SUSPENDED, language))
    assert ONE.number in unharmed(look_up(register, language, "index"))
    assert HOSTILE in "".join(etree.parse(tmp_path / "register" / "changes.xml").getroot().itertext())
    labels = {entry[0] for path in tmp_path.glob("assets/register/*/leaf/*") for entry in json.loads(path.read_text("utf-8"))}
    assert {ONE.number, ONE.organisation} <= labels


def test_a_title_that_a_certificate_gives_is_escaped() -> None:
    language = Language("hu", "hu/", "Magyar", "Példa", words("hu"))
    page = Frame(language, (language,), "register.css", "palette.js", "").page("register/numbers/1.html", HOSTILE, "")
    assert html.document_fromstring(page).findtext("head/title") == f"{HOSTILE} · Példa"
