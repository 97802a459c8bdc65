"""Every calculator's page in Chromium, in four languages: its example, the reader's own answer, an error at its field."""

import json
import re
from urllib.parse import quote

import calculators
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations_unfolded

LIVE = "clause-calculator[data-state=live]"
START = 60_000  # milliseconds: Python may start on a busy machine
STEPS = ".calculator-answer > ol.calculator-steps > li > p:first-child"

PAGES = {  # page: a field and a value that changes the answer, a field and a value that is wrong
    "programme": ("central.personnel[0].count", "80", "central.personnel[0].count", "-3"),
    "cc106": ("times.EMS", "9", "times.EMS", "0"),
    "cc11": ("sites[0].group", "other", "sites[0].personnel", "many"),
    "quoted": ("quoted.initial", "6", "quoted.initial", "x"),
    "calendar": ("certificate_issue", "2025-12-05", "today", "1800-01-01"),
    "eligibility": ("system_since", "2026-01-15", "answers.system", "not_applicable"),
}


def put(page: Page, path: str, value: str) -> Locator:
    control = page.locator(f'clause-calculator [name="{path}"]')
    control.evaluate("control => { for (let at = control; at; at = at.parentElement?.closest('details')) at.open = true; }")  # as a reader unfolds it
    if control.evaluate("control => control.localName") == "select":
        control.select_option(value)
    else:
        control.fill(value)
    return control


def asked(page: Page) -> dict:
    """The request, as the browser keeps it."""
    name = page.locator("clause-calculator").get_attribute("data-calculator")
    return json.loads(page.evaluate("name => localStorage.getItem(`calculator:${name}`)", name))


def test_every_page_answers_and_tells_errors(page: Page, home: str, language: str):
    page.goto(f"{home}calculators/")
    for name, (path, value, wrong_path, wrong) in PAGES.items():
        page.locator(f'.md-content li > a[href*="{name}/"]').click()  # instant navigation keeps the worker
        calculator = page.locator(f'{LIVE}:has(form [name="{path}"])')
        calculator.wait_for(timeout=START)
        example = page.locator(STEPS).all_text_contents()
        expect(page.locator("clause-calculator")).not_to_have_attribute("data-wrong", "")
        rule = calculator.get_attribute("data-calculator")
        assert example == [step["text"] for step in calculators.calculate(rule, json.loads(calculator.get_attribute("data-example")), language)["steps"]]

        put(page, path, value)
        expect(page.locator(".calculator-example")).to_be_hidden()
        expect(page.locator(".calculator-status")).not_to_be_empty()
        expect(page.locator(STEPS)).to_have_text([step["text"] for step in calculators.calculate(rule, asked(page), language)["steps"]])

        control = put(page, wrong_path, wrong)
        expect(control).to_have_attribute("aria-invalid", "true")
        error = calculators.calculate(rule, asked(page), language)["errors"][0]
        expect(page.locator(f"[id='{control.get_attribute('id')}-error']")).to_have_text(error["text"])
        if language == "ru":  # the longest words
            assert not violations_unfolded(page)
        page.go_back()
        page.locator(f'.md-content li > a[href*="{name}/"]').wait_for()


def test_what_the_example_gives_is_in_view_beside_the_form(page: Page, home: str):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{home}calculators/programme/")
    page.locator(LIVE).wait_for(timeout=START)
    said = page.locator(".calculator-status")
    page.locator(".calculator-section").first.scroll_into_view_if_needed()
    expect(said).to_be_in_viewport()
    total = page.locator(".calculator-figures dd").first.text_content() or "missing"
    expect(said).to_have_text(re.compile(rf"[:：] ?{re.escape(total)}$"))
    expect(page.locator(".calculator-heard")).to_be_empty()


@pytest.fixture
def programme(page: Page, address: str) -> Page:
    page.goto(f"{address}en/calculators/programme/")
    page.locator(LIVE).wait_for(timeout=START)
    return page


def test_lists_stand_in_lists_and_auditors_are_ticked(programme: Page):
    for section in programme.locator("details.calculator-section > summary").all():
        section.click()
    programme.locator('[name="auditors[1].EMS"]').check()
    programme.locator("[data-list=sites] > [data-add]").click()
    put(programme, "sites[10].id", "new")
    put(programme, "sites[10].personnel", "7")
    unfolded = programme.locator(".calculator-fold[open]", has_text="new: QMS")
    programme.locator(".calculator-fold > summary", has_text="new: QMS").click()  # what it holds is made now
    expect(unfolded.locator("li").first).to_be_visible()
    programme.locator("[data-list=sites] summary", has_text="Plant").click()
    programme.locator("[data-list=sites] [data-remove]").first.click()
    new = programme.locator("[data-row]", has=programme.locator('[name="sites[9].id"]'))
    new.locator("summary", has_text="More about this site").click()
    new.locator("[data-list=factors] [data-add]").click()
    put(programme, "sites[9].factors[0].factor", "small_site")
    put(programme, "sites[9].factors[0].percent", "-5")
    put(programme, "sites[9].factors[0].reason", "one room")
    expect(unfolded).to_contain_text("one room")  # it stays unfolded, though another place has gone and its figures have changed
    expect(programme.locator(".calculator-answer .calculator-fold[open]")).to_have_count(1)
    request = asked(programme)
    assert request["sites"][-1] == {"id": "new", "personnel": "7", "factors": [{"factor": "small_site", "percent": "-5", "reason": "one room"}]}
    assert request["auditors"] == [["QMS", "EMS"], ["QMS", "EMS"]]
    programme.reload()
    programme.locator(LIVE).wait_for(timeout=START)
    expect(programme.locator('[name="sites[9].factors[0].reason"]')).to_have_value("one room")
    expect(programme.locator(".calculator-answer")).to_contain_text("new: QMS")


def test_two_thousand_pasted_sites_are_answered_at_once(programme: Page):
    programme.locator("summary", has_text="Other places").click()
    programme.locator("summary", has_text="Paste").click()
    rows = [f"branch {number}\t{10 + number % 40}\tbranches\tCN" for number in range(1, 2001)]
    paste = "(area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }"  # not typed
    area = programme.locator('[name="sites_text"]')
    area.evaluate(paste, "\n".join(rows))
    answer = programme.locator(".calculator-answer")
    expect(answer).to_contain_text("branch 1", timeout=20_000)
    request = asked(programme)
    del request["sites_text"]
    request["sites"] += [dict(zip(("id", "personnel", "group", "country"), row.split("\t"))) for row in rows]
    days = calculators.calculate("programme", request)["three_year_total"]["days"]
    expect(answer.locator("[data-figure=three_year_total] dd")).to_have_text(days)
    assert answer.evaluate("answer => answer.querySelectorAll('*').length") < 700  # what is folded is not made yet
    assert programme.locator("clause-calculator form [data-list=sites] [data-row]").count() < 30
    more = answer.locator("h2 ~ .calculator-fold").last
    more.locator("> summary").click()
    more.locator("> div > .calculator-fold > summary").last.click()
    expect(more.locator(".calculator-steps")).to_have_count(1)
    rows[1436] = "branch 1437\tmany\tbranches\tCN"
    area.evaluate(paste, "\n".join(rows))
    expect(programme.locator("[id$=sites_text-error]")).to_contain_text("Row 1437, column “Personnel”: “many”", timeout=20_000)


def test_a_long_list_is_told_with_the_sign_of_the_language(page: Page, address: str):
    sites = [{"id": f"1.{number}", "personnel": "12.5"} for number in range(60)]
    page.goto(f"{address}hu/calculators/cc11/#q={quote(json.dumps({'audit': 'initial', 'sites': sites}))}")
    page.locator(LIVE).wait_for(timeout=START)
    box = page.locator('[name="sites_text"]')
    expect(box).to_have_value(re.compile('^1[.]59\t"12,5"$', re.MULTILINE))
    expect(page.locator(STEPS).filter(has_text="√60")).not_to_have_count(0)
    expect(page.locator("[id$=sites_text-error]")).to_be_empty()


def test_the_calendar_is_offered_as_a_file(page: Page, address: str):
    page.goto(f"{address}en/calculators/calendar/")
    page.locator(LIVE).wait_for(timeout=START)
    with page.expect_download() as download:
        page.locator("[data-file=ics]").click()
    text = download.value.path().read_bytes()
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")
    assert text.count(b"BEGIN:VEVENT") == page.locator(".calculator-words tbody tr").count()
