"""Reading in a real browser, in each language: clauses by their addresses, references, the other languages."""

import re

from playwright.sync_api import Page, expect

from tests.built import LANGUAGES


def at(clause: str) -> str:
    return f'[id="c-{clause}"]'


def test_a_clause_opens_at_its_address(page: Page, home: str, language: str) -> None:
    page.goto(f"{home}gz021/5/#c-5.4.1.4")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(at("5.4.1.4"))).to_be_in_viewport()
    expect(page.locator(at("5.4.1.4"))).to_contain_text("15")


def test_a_reference_leads_to_its_clause(page: Page, home: str) -> None:
    page.goto(f"{home}gz021/5/#c-5.8.5")
    page.locator(f'{at("5.8.5")} a[href$="#c-5.4.2"]').first.click()
    expect(page).to_have_url(f"{home}gz021/5/#c-5.4.2")
    expect(page.locator(at("5.4.2")).first).to_be_in_viewport()


def test_a_reference_to_another_document_leads_there(page: Page, home: str) -> None:
    page.goto(f"{home}gz021/5/#c-5.4.3.3")
    page.locator(f'{at("5.4.3.3")} a[href*="cc11/"]').first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{home}cc11/")))
    expect(page.locator("h1")).to_be_visible()


def test_a_reference_shows_its_clause_on_hover(page: Page, home: str) -> None:
    page.goto(f"{home}gz021/5/#c-5.8.5")
    page.wait_for_load_state("networkidle")
    page.locator(f'{at("5.8.5")} a[href$="#c-5.4.2"]').first.hover()
    expect(page.locator(".md-tooltip2--active")).to_contain_text("5.4.2.1")


def test_a_clause_of_another_page_is_shown_by_keyboard_too_and_alone(page: Page, address: str) -> None:
    page.goto(f"{address}en/cc105/3/")
    page.wait_for_load_state("networkidle")
    page.locator('article a[href$="/cc105/2/#c-2.3"]').first.focus()
    shown = page.locator(".md-tooltip2--active")
    expect(shown).to_contain_text("2.3.1")
    assert shown.locator(".clause-panel, .clause-mark, [id]").count() == 0
    links = shown.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert links and all(link.startswith(f"{address}en/") for link in links)
    page.keyboard.press("Escape")
    expect(page.locator(".md-tooltip2")).to_have_count(0)


def test_changing_the_language_keeps_the_clause(page: Page, address: str) -> None:
    page.goto(f"{address}gz021/5/#c-5.4.1.4")
    for language in ("en", "ru", "hu", "zh"):
        page.locator(f'.languages a[hreflang="{language}"]').click()
        expect(page).to_have_url(f"{address}{LANGUAGES[language]}gz021/5/#c-5.4.1.4")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator(at("5.4.1.4"))).to_be_in_viewport()


def test_changing_the_language_after_instant_navigation_stays_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}en/gz021/5/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameDocument = true")
    page.locator('.md-nav--primary a[href$="/gz021/7/"]').click()
    expect(page).to_have_url(f"{address}en/gz021/7/")
    assert page.evaluate("window.sameDocument"), "the page was loaded anew: instant navigation does not work"
    page.locator('.languages a[hreflang="hu"]').click()
    expect(page).to_have_url(f"{address}hu/gz021/7/")


def test_the_home_page_leads_to_what_people_come_for(page: Page, home: str) -> None:
    for clause in ("5.1.2", "5.1.3", "9.3", "9.4"):
        page.goto(home)
        page.locator(f'.cards a[href$="#c-{clause}"]').click()
        expect(page.locator(at(clause)).first).to_be_in_viewport()
    page.goto(home)
    page.locator('.cards a[href$="body/matrix/"]').click()
    expect(page).to_have_url(f"{home}body/matrix/")


def test_a_link_lands_on_its_clause_however_the_reader_scrolls_meanwhile(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 900, "height": 400})
    page.goto(home)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameDocument = true")
    page.route("**/gz021/9/", lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.evaluate("""() => {
        document.querySelector('.cards a[href$="#c-9.4"]').click()
        scrollTo(0, 150)
    }""")
    expect(page).to_have_url(f"{home}gz021/9/#c-9.4")
    expect(page.locator(at("9.4"))).to_be_in_viewport()
    assert page.evaluate("window.sameDocument"), "the page was loaded anew: instant navigation was not tried"
    assert page.locator(f'{at("9.4")}:target').count() == 1


def test_going_back_comes_to_the_place_that_was_left_however_the_reader_scrolls_meanwhile(page: Page, address: str) -> None:
    page.goto(f"{address}en/gz021/5/#c-5.4.1")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameDocument = true")
    left = page.evaluate("scrollY")
    page.evaluate("""document.querySelector('.md-nav--primary a[href$="/gz021/7/"]').click()""")
    expect(page).to_have_title(re.compile("^7 "))
    page.wait_for_function("() => (scrollBy(0, 200), location.hash)", polling=400)  # the theme tells the clause in view from the second stop on
    page.route("**/gz021/5/", lambda route: (page.wait_for_timeout(900), route.continue_()))
    page.evaluate("history.back(); setTimeout(() => scrollTo(0, 1800), 100)")
    expect(page).to_have_title(re.compile("^5 "))
    expect(page).to_have_url(f"{address}en/gz021/5/#c-5.4.1")
    page.wait_for_function("left => Math.abs(scrollY - left) < 2", arg=left)
    assert page.evaluate("window.sameDocument"), "the page was loaded anew: instant navigation was not tried"


def test_an_address_that_does_not_exist_gets_an_answer_in_its_language(browser, home: str, language: str) -> None:
    page = browser.new_page()
    assert page.goto(f"{home}gz021/99/").status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("article a").first.click()
    expect(page).to_have_url(home)
    page.close()
