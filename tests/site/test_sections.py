"""An answer in sections: each is one element, and a long list is cut into folds that are short enough to be drawn at once."""

import json

import pytest
import yaml
from lxml import html
from plugins.calculators.fence import block
from plugins.calculators.respond import respond
from plugins.calculators.runtime.language_page import language_page
from plugins.calculators.sections import html as whole
from plugins.calculators.worked import MORE
from plugins.fenced import blocks
from tests.built import ROOT

PAGE = language_page(ROOT, "en", {})


def sections(name: str, text: str) -> list:
    return json.loads(respond(json.dumps({"name": name, "text": text, "language": "en", "base": ""}), PAGE)).get("sections", [])


def every(found: list) -> list[str]:
    """The HTML of each section and of each heading of a fold, however deep."""
    return [each for one in found for each in ([one] if isinstance(one, str) else [f"<p>{one[1]}</p>", *every(one[2])])]


def test_a_section_is_one_element() -> None:
    pages = (block(blocks("calculator").search(path.read_text("utf-8"))["body"]) for path in ROOT.glob("docs/en/calculators/*.md") if path.stem != "index")
    asked = [*((page.name, page.example) for page in pages), *((one["name"], one["request"]) for one in yaml.safe_load(MORE.read_text("utf-8")))]
    found = [section for name, request in asked for section in every(sections(name, json.dumps(request, default=str)))]
    assert len(found) > 200
    assert [one for one in found if len(html.fragments_fromstring(one)) != 1] == []


@pytest.mark.parametrize("group", ["shops", None, "each its own"])
def test_no_section_of_a_long_answer_is_long(group: str | None) -> None:
    sites = [{"id": f"branch {n}", "personnel": 5 + n % 40, "group": f"{group} {n}" if group == "each its own" else group} for n in range(2000)]
    request = {"audit": "initial", "sites": [{key: value for key, value in site.items() if value} for site in sites], "seed": "1"}
    found = sections("cc11", json.dumps(request))
    assert sum(len(one) for one in found if isinstance(one, str)) < 60_000
    assert max(len(one) for one in every(found)) < 60_000
    text = html.fromstring(f"<div>{whole(found)}</div>").text_content()
    assert text.count("branch ") >= (2000 if group == "each its own" else 45)


@pytest.mark.parametrize(("sites", "name"), [([], "Head office"), ([{"id": "Head office ", "personnel": 5}], "central"), ([{"id": ["x"], "personnel": 5}], None)])
def test_a_central_function_without_a_name_has_the_language_s(sites: list, name: str | None) -> None:
    request = {"standards": [{"standard": "QMS", "category": "medium"}], "central": {"personnel": 9}, "sites": sites}
    headings = [one[1] for one in sections("programme", json.dumps(request)) if not isinstance(one, str)]
    assert [one for one in headings if one.startswith(f"{name}: QMS")] if name else not headings
