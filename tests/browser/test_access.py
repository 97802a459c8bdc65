"""For everyone: WCAG 2.2 AA by axe, narrow phones, light and dark, the keyboard, no script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.test_every_calculator import PAGES as CALCULATORS
from tests.built import EFFECTIVE

PAGES = ["", "documents/", "body/", "body/fees/", "body/matrix/", "about/", "gz021/", "gz021/6/", "cc105/a/", "calculators/cc105/", "glossary/", "guide/checklists/", "staff/checks/", "404.html",
         "register/", "register/suspended/", "register/numbers/", "register/organisations/1.html", "register/numbers/1.html"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, home: str, path: str) -> None:
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    assert not violations(page)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_the_dark(page: Page, address: str, path: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/{path}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(':is(html, body)[data-md-color-scheme="slate"]')).to_be_attached()
    assert not violations(page)


def test_a_narrow_phone_scrolls_downwards_only(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in PAGES:
        page.goto(home + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_calculator_needs_no_sideways_scrolling_on_a_phone_or_at_twice_the_size(page: Page, home: str) -> None:
    page.route("**/*.wasm", lambda route: None)  # the form and the worked example are enough: Python does not start
    for name in (*CALCULATORS, "cc105"):
        page.goto(f"{home}calculators/{name}/")
        expect(page.locator("clause-calculator form:not([inert])")).to_be_visible(timeout=60_000)
        page.locator("clause-calculator details").evaluate_all("all => all.forEach(one => { one.open = true })")
        for width in (640, 320):  # a window of 1280 at 200 %, and of 320
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("[...document.querySelectorAll('.md-content *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.calculator-wide, .headerlink, svg')).map(one => one.outerHTML.slice(0, 120))")
            assert (page.evaluate("document.documentElement.scrollWidth"), wide) == (width, []), name


def until(page: Page, selector: str) -> None:
    """Tab by tab to the next element of this kind."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_calculator_is_used_by_keyboard_alone_and_heard(page: Page, home: str) -> None:
    page.goto(f"{home}calculators/cc105/")
    page.locator("clause-calculator[data-state=live]").wait_for(timeout=60_000)
    until(page, '[name="personnel[0].count"]')
    page.keyboard.press("Control+a")
    page.keyboard.type("44")
    expect(page.locator(EFFECTIVE)).to_have_text("44")
    said = page.locator(".calculator-status")
    expect(said).to_contain_text(re.compile("3[.,]5"))
    expect(page.locator("[role=status].calculator-heard")).to_have_text(said.text_content() or "missing")
    until(page, ".calculator-steps a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"^{re.escape(home)}cc105/"))
    page.go_back()
    expect(page.locator('[name="personnel[0].count"]')).to_have_value("44")
    expect(page.locator(EFFECTIVE)).to_have_text("44", timeout=60_000)
    page.go_forward()
    expect(page).to_have_url(re.compile(f"^{re.escape(home)}cc105/"))


def test_search_works_on_a_narrow_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}hu/")
    page.locator(".search-button").click()
    page.locator("dialog input").fill("5.1.2")
    page.locator("dialog .pf-heading-link", has_text="5.1.2").first.click()
    expect(page).to_have_url(f"{address}hu/gz021/5/#c-5.1.2")


def test_the_language_list_opens_and_closes_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}ru/gz021/5/")
    button = page.locator(".languages button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator('.languages a[hreflang="en"]')).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_a_wide_table_scrolls_in_its_place_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}en/cc105/b/")
    frame = page.locator(".md-typeset__scrollwrap").first
    expect(frame).to_have_attribute("role", "region")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # the policy forbids waiting for an expression
    assert frame.evaluate("frame => frame.scrollLeft") > 0


def test_the_reader_chooses_light_or_dark_and_it_is_kept(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}en/gz021/5/")
    page.locator('label[for="__palette_1"]').click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}en/gz021/6/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_without_script_everything_can_be_read_and_followed(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    expect(page.locator("[data-search]").first).to_be_hidden()
    page.locator('.cards a[href$="#c-5.1.2"]').click()
    expect(page.locator('[id="c-5.1.2"]')).to_be_in_viewport()
    context.close()


def test_without_script_a_calculator_shows_its_example_and_no_form(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}calculators/cc105/")
    expect(page.locator(".calculator-form")).to_be_hidden()
    expect(page.locator(".calculator-noscript")).to_contain_text("python -m calculators")
    expect(page.locator(".calculator-days")).to_be_visible()
    context.close()
