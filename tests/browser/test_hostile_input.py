"""Whatever is put into a field or a link stays text: nothing of it runs, and an answer or an error follows."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

import calculators

from tests.browser.test_every_calculator import LIVE, START

HOSTILE = (
    "<img src=x onerror=\"window.harmed=1\">'`</textarea></script><svg onload=window.harmed=1>{{7*7}}${7}&lt;b&gt;",
    "=cmd|' /C calc'!A1 \u202edrawkcab\u202c \u200f\u2066 \u0000 \u0007 \ufeff \ud800 \udfff {count}",
    "長" * 10_000,
)
NUMBERS = ("9" * 500, "1e999999", "-0", "1/0", "NaN", "٣", "0x10", "1_0")
FILL = """([texts, every]) => {
  const form = document.querySelector("clause-calculator form");
  const fields = [...form.querySelectorAll("input[type=text], textarea")].filter((field) => every || field.dataset.number === undefined && !field.name.endsWith("_text"));
  fields.forEach((field, at) => { field.value = JSON.parse(texts[at % texts.length]) + (every ? "" : at); });
  document.querySelector(".calculator-status").textContent = "";
  form.dispatchEvent(new Event("input", { bubbles: true }));
}"""
HARM = "clause-calculator :is(img, script, iframe, b, [onload], [onerror])"


def unharmed(page: Page) -> None:
    expect(page.locator(".calculator-status")).not_to_be_empty(timeout=START)
    expect(page.locator(LIVE)).to_have_count(1)
    assert page.locator(HARM).count() == 0
    assert page.evaluate("window.harmed") is None


def leaves(value: object, text: str) -> object:
    """A request whose every text is another one."""
    if isinstance(value, dict):
        return {key: leaves(item, text) for key, item in value.items()} | {text[:50]: text}
    return [leaves(item, text) for item in value] if isinstance(value, list) else text


@pytest.mark.parametrize("name", calculators.NAMES)
def test_every_field_and_the_link_take_anything(page: Page, address: str, name: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.goto(f"{address}en/calculators/{name}/")
    page.locator(LIVE).wait_for(timeout=START)
    page.evaluate("for (let round = 0; round < 2; round++) for (const button of document.querySelectorAll('form [data-add]')) button.click()")
    for texts in (*([text] for text in HOSTILE), NUMBERS):
        page.evaluate(FILL, [[json.dumps(text) for text in texts], True])
        unharmed(page)
        if page.locator("form [data-number]").count():  # the others take words, days and ticks only
            expect(page.locator("clause-calculator")).to_have_attribute("data-wrong", "", timeout=START)
    for text in HOSTILE[:2]:
        page.locator("button[data-example]").click()
        expect(page.locator("clause-calculator")).not_to_have_attribute("data-wrong", "", timeout=START)
        page.evaluate(FILL, [[json.dumps(text)], False])
        unharmed(page)
        page.locator("[name=organization]").fill(text)
        page.evaluate("document.title = ''")
        page.keyboard.press("Control+p")
        expect(page).to_have_title("printed", timeout=START)
        unharmed(page)
    example = json.loads(page.locator("clause-calculator").get_attribute("data-example") or "")
    for text in (HOSTILE[0], HOSTILE[1].replace("\ud800", "").replace("\udfff", "")):
        page.evaluate("document.querySelector('.calculator-status').textContent = ''")
        page.evaluate("request => { location.hash = `q=${request}`; }", quote(json.dumps(leaves(example, text))))
        unharmed(page)
