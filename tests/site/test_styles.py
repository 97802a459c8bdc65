"""All pages share one style sheet: what a plugin says of its own parts must name them."""

import re

import pytest

from tests.built import ROOT

OWN = r"(?:\.|#|::?|clause-|\[data-md-color-scheme|html|body|@)"
SHEETS = sorted(path for path in ROOT.glob("plugins/*/*/*.css") if path.name != "lasting.css" and "theme" not in path.parts)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_rule_names_a_part_of_its_own(sheet) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
    selectors = [one.strip() for rule in re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", text) for one in re.split(r",(?![^(]*\))", rule)]
    general = [one for one in selectors if one and not re.match(rf"(?:\[dir\]\s+)?{OWN}", one) and not re.fullmatch(r"from|to|[\d.]+%", one)]
    assert selectors and not general
