"""What a clause offers in a real browser: its citation, its lasting address, the other languages beside it, its print."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.test_reading import at
from tests.built import LANGUAGES


def test_a_clause_s_citation_and_address_are_copied_by_keyboard(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/cc105/3/")
    page.locator(f"{at('3.9')} > details > summary").focus()
    page.keyboard.press("Enter")
    buttons = page.locator(f"{at('3.9')} .clause-copy")
    expect(buttons).to_have_count(2)
    for number, expected in enumerate(("CNAS-CC105:2020, Determination of audit time", f"{address}id/CC105:2020/#3.9")):
        buttons.nth(number).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".md-dialog--active")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").startswith(expected)


def test_on_paper_a_panel_stands_only_where_it_was_opened(page: Page, address: str) -> None:
    page.goto(f"{address}en/cc105/3/")
    page.locator(f"{at('3.9')} > details > summary").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(f"{at('3.9')} .clause-cite span")).to_be_visible()
    assert page.locator("details.clause-panel:visible").count() == 1


def test_what_is_folded_is_on_paper_and_folded_again_afterwards(page: Page, address: str) -> None:
    page.goto(f"{address}en/guide/compare-cc105-narmd5/")
    page.wait_for_load_state("networkidle")
    folded = page.locator("article details:not([open])")
    before = folded.count()
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before


@pytest.mark.parametrize("way", ["with script", "without script", "by instant navigation"])
def test_a_clause_s_panel_says_who_cites_it(browser: Browser, address: str, way: str) -> None:
    context = browser.new_context(java_script_enabled=way != "without script")
    page = context.new_page()
    if way == "by instant navigation":
        page.goto(f"{address}en/cc105/2/")
        page.wait_for_load_state("networkidle")
        page.locator('.md-nav--primary a[href$="/cc105/3/"]').first.click()
        expect(page.locator(at("3.9"))).to_be_attached()
    else:
        page.goto(f"{address}en/cc105/3/")
    page.locator(f"{at('3.9')} > details > summary").click()
    expect(page.locator(f"{at('3.9')} > details a[hreflang=hu]")).to_have_attribute("href", re.compile(r"hu/cc105/3/#c-3\.9$"))
    expect(page.locator(f"{at('3.9')} > details .clause-cite a")).to_be_visible()
    context.close()


@pytest.mark.parametrize("lasting", ["CC105/3.9/", "CC105:2020/#3.9"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_lasting_address_goes_to_the_reader_s_language(browser: Browser, address: str, script: bool, lasting: str) -> None:
    context = browser.new_context(locale="hu-HU", java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}id/{lasting}")
    if not script:
        links = page.locator(":is(h1 + ul:last-child, :target + ul) a")
        expect(links).to_have_count(len(LANGUAGES))
        expect(links.first).to_be_in_viewport()
        links.filter(has_text="Magyar").click()
    expect(page).to_have_url(f"{address}hu/cc105/3/#c-3.9")
    context.close()


def test_languages_stand_side_by_side_and_stay_so_between_pages(page: Page, address: str) -> None:
    page.goto(f"{address}en/cc105/2/")
    page.wait_for_load_state("networkidle")
    for language in ("zh", "hu"):
        page.locator(f'.beside input[value="{language}"]').focus()
        page.keyboard.press("Space")
    expect(page).to_have_url(f"{address}en/cc105/2/?with=zh,hu")
    expect(page.locator('.beside input[value="ru"]')).to_be_disabled()
    row = page.locator(".beside-row", has=page.locator(at("2.2.3")))
    expect(row.locator(":scope > [lang=zh]")).to_contain_text("2.2.3")
    expect(row.locator(":scope > [lang=hu]")).to_contain_text("2.2.3")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})  # an A4 sheet
    assert len({cell.bounding_box()["y"] for cell in row.locator(":scope > div").all()}) == 1, "each language has its column on paper"
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("window.sameDocument = true")
    page.locator('.md-nav--primary a[href$="/cc105/a/"]').first.click()
    expect(page).to_have_url(f"{address}en/cc105/a/?with=zh,hu")
    expect(page.locator(".beside-row > [lang=hu]").first).to_be_visible()
    assert page.evaluate("window.sameDocument"), "the page was loaded anew"
    assert page.evaluate("[...document.querySelectorAll('[id]')].every((one, at, all) => all.findIndex(other => other.id === one.id) === at)")
    assert not violations(page)
    page.locator('.languages a[hreflang="zh"]').click()
    expect(page).to_have_url(f"{address}cc105/a/?with=en,hu")
    for language in ("en", "hu"):
        page.locator(f'.beside input[value="{language}"]').uncheck()
    expect(page).to_have_url(f"{address}cc105/a/")
    expect(page.locator(".beside-row")).to_have_count(0)


def test_a_side_by_side_address_opens_at_its_clause_on_a_phone_one_under_the_other(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}gz021/5/?with=ru#c-5.4.1.4")
    row = page.locator(".beside-row", has=page.locator(at("5.4.1.4")))
    expect(row.locator(":scope > [lang=ru]")).to_be_visible()
    expect(page.locator(at("5.4.1.4"))).to_be_in_viewport()
    own, other = row.locator(":scope > div").nth(0).bounding_box(), row.locator(":scope > [lang=ru]").bounding_box()
    assert own and other and other["y"] >= own["y"] + own["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_language_that_cannot_be_loaded_is_said_to_be_so(page: Page, address: str) -> None:
    page.goto(f"{address}en/cc105/3/")
    page.wait_for_load_state("networkidle")
    page.route("**/ru/cc105/3/", lambda route: route.fulfill(status=200, body="<p>no article</p>", content_type="text/html"))
    page.locator('.beside input[value="ru"]').check()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    expect(page.locator(".beside-row")).to_have_count(0)


def test_a_staff_table_is_left_with_the_rows_that_hold_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}hu/staff/traceability/")
    table = page.locator(".staff-table").first
    all_rows = table.locator("tbody tr:visible").count()
    table.get_by_role("searchbox").fill("GZ021 5.4.3.2")
    expect(table.locator("tbody tr:visible").first).to_contain_text("BYICC-GZ-021 A/1, 5.4.3.2")
    assert 0 < table.locator("tbody tr:visible").count() < all_rows
    expect(table.get_by_role("status")).to_contain_text(str(table.locator("tbody tr:visible").count()))


def test_the_documents_in_force_on_a_day_are_shown_and_the_day_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}en/documents/")
    page.locator("[data-day]").fill("2009-04-30")
    expect(page).to_have_url(f"{address}en/documents/?day=2009-04-30")
    expect(page.locator(".documents a", has_text="duration of QMS and EMS")).to_be_hidden()
    page.goto(f"{address}en/documents/?day=2009-05-01")
    expect(page.locator("[data-day]")).to_have_value("2009-05-01")
    expect(page.locator(".documents a", has_text="duration of QMS and EMS")).to_be_visible()
    expect(page.locator(".documents a", has_text="integrated management systems")).to_be_hidden()
    assert not violations(page)
