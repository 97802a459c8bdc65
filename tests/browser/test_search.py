"""Search in a real browser: clause numbers, inflected words, and the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.built import LANGUAGES

DIALOG = "dialog.pf-modal"


def search(page: Page, words: str) -> None:
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(f"{DIALOG} input")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(f"{DIALOG} .pf-result-link").first).to_be_visible()


def test_a_clause_number_leads_to_the_clause(page: Page, home: str) -> None:
    page.goto(home)
    search(page, "5.4.2.3")
    page.locator(f'{DIALOG} .pf-heading-link[href$="/gz021/5/#c-5.4.2.3"]').click()
    expect(page).to_have_url(f"{home}gz021/5/#c-5.4.2.3")
    expect(page.locator(DIALOG)).not_to_be_visible()
    expect(page.locator('[id="c-5.4.2.3"]')).to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "asked", "found"),
    [
        ("zh", "有效人数", "有效人数"),
        ("en", "auditing", "audit"),
        ("ru", "аудиторов", "аудитор"),
        ("hu", "tanúsításának", "tanúsítás"),
    ],
)
def test_an_inflected_word_finds_its_other_forms(page: Page, address: str, language: str, asked: str, found: str) -> None:
    page.goto(address + LANGUAGES[language])
    search(page, asked)
    marks = [mark.lower() for mark in page.locator(f"{DIALOG} mark").all_text_contents()]
    assert found in "".join(marks)  # Chinese is marked word by word
    assert language == "zh" or any(asked not in mark for mark in marks)
    for link in page.locator(f"{DIALOG} .pf-result-link").all()[:3]:
        assert (link.get_attribute("href") or "").startswith(f"/{LANGUAGES[language]}")


@pytest.mark.parametrize("key", ["/", "s", "Control+k"])
def test_the_keyboard_opens_search_and_closes_it(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}en/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press(key)
    expect(page.locator(f"{DIALOG} input")).to_be_focused()
    expect(page.locator(f"{DIALOG} input")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).not_to_be_visible()


def test_the_keyboard_alone_follows_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "5.4.2.3")
    found = page.locator(f"{DIALOG} .pf-heading-link").first
    expect(found).to_have_attribute("href", re.compile(r"/gz021/5/#c-5\.4\.2\.3$"))  # not yet while only 5.4 is looked for
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page).to_have_url(f"{address}en/gz021/5/#c-5.4.2.3")


def test_nothing_of_search_is_loaded_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
