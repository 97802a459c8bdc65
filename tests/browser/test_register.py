"""The look-up of the register in Chromium: a number, a name in any script, a credit code; by keyboard; without a script."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations

ASKED = {"zh": "例举食品", "en": "pump manufacturing", "ru": "елка", "hu": "szivattyugyarto"}
NAMED = {"zh": "例举食品有限公司", "en": "Példa Szivattyúgyártó Kft.", "ru": "АО «Учебный Завод Ёлка»", "hu": "Példa Szivattyúgyártó Kft."}


def test_a_certificate_is_looked_up_by_keyboard(page: Page, home: str, language: str) -> None:
    page.goto(f"{home}register/")
    field = page.get_by_role("searchbox")
    field.fill("ex 2023 q 0066")
    field.press("Enter")
    record = page.locator(".register-found .register-record")
    expect(record.locator("h3")).to_have_count(1)
    expect(record).to_contain_text("EX-2023-Q-0066")
    expect(record.locator(".register-status")).to_have_attribute("data-status", "expired")  # its file still says valid
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page).to_have_url(re.compile(r"\?q=ex"))
    assert not violations(page)
    field.fill(ASKED[language])
    field.press("Enter")
    expect(page.locator(".register-found")).to_contain_text(NAMED[language])
    field.fill("<img src=x>")
    field.press("Enter")
    expect(page.locator(".register-found")).to_be_empty()


def test_a_link_asks_at_once_and_a_name_of_many_is_opened_in_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}en/register/?q=91210211MA7222954K")
    expect(page.locator(".register-record h2")).to_have_text("大连例举食品有限公司")
    page.get_by_role("searchbox").fill("Valve")
    page.get_by_role("searchbox").press("Enter")
    links = page.locator(".register-found > ul > li > a")
    expect(links.first).to_be_visible()
    assert links.count() > 1
    links.first.press("Enter")
    expect(page.locator(".register-found .register-record")).to_be_focused()


def test_the_static_pages_are_light_or_dark_as_the_site_was_left_and_else_as_the_system_is(page: Page, address: str) -> None:
    static = f"{address}en/register/organisations/1.html"
    scheme = page.locator("html")
    page.emulate_media(color_scheme="dark")
    page.goto(static)
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}en/register/")
    page.locator('label[for="__palette_0"]').click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.goto(static)
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    expect(page.locator("body")).to_have_css("color", "rgb(22, 41, 47)")


def test_without_a_script_a_certificate_is_found_by_its_number(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}register/")
    expect(page.locator(".register-form")).to_be_hidden()
    page.locator('a[href="numbers/"]').click()
    page.locator("article li a").first.click()
    page.get_by_text("EX-2023-Q-0066").click()
    expect(page.locator(":target")).to_contain_text("EX-2023-Q-0066")
    context.close()
