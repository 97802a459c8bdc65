"""The calculator pages in Chromium: the reader's own answer, errors at their field, and what happens when things fail."""

import json
import subprocess
import sys
from pathlib import Path

from calculators.messages import POINT
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.axe import violations_unfolded
from tests.built import EFFECTIVE

ROOT = Path(__file__).parents[2]
LIVE = "clause-calculator[data-state=live]"
FOLLOWED = """request => {
    location.hash = `q=${encodeURIComponent(request)}`;
    history.replaceState(history.state, "", "#elsewhere"); // as the theme does when something moves just then
}"""
START = 60_000  # milliseconds: Python may start on a busy machine


def opened(page: Page, home: str, query: str = "") -> Locator:
    """The calculator of CC105, once it answers."""
    page.goto(f"{home}calculators/cc105/{query}")
    calculator = page.locator(LIVE)
    calculator.wait_for(timeout=START)
    return calculator


def commanded(language: str, request: object) -> dict:
    """What the command line answers to the same request."""
    command = [sys.executable, "-m", "calculators", "cc105", "--language", language, "--format", "json"]
    done = subprocess.run(command, input=json.dumps(request), cwd=ROOT, text=True, capture_output=True)
    return json.loads(done.stdout)


def control(page: Page, path: str) -> Locator:
    return page.locator(f'clause-calculator [name="{path}"]')


def test_the_reader_gets_the_command_lines_steps(page: Page, home: str, language: str):
    opened(page, home)
    percent = f"-12{POINT[language]}5"
    control(page, "personnel[0].count").fill("80")
    control(page, "factors[0].percent").fill(percent)
    reason = control(page, "factors[0].reason").input_value()
    request = {
        "standard": "QMS", "category": "medium", "personnel": 80,
        "factors": [{"factor": "mature_system", "percent": "-12.5", "reason": reason}],
    }  # fmt: skip
    answer = commanded(language, request)
    steps = page.locator(".calculator-steps li > p:first-child")
    expect(steps).to_have_text([step["text"] for step in answer["steps"]])
    cited = [address for step in answer["steps"] for address in step["clauses"]]
    links = page.locator(".calculator-steps a")
    assert [link.split("#c-")[1] for link in links.evaluate_all("links => links.map(link => link.href)")] == [
        address.partition("/")[2] for address in cited
    ]
    page.locator("button[data-clear]").click()
    page.evaluate(FOLLOWED, json.dumps(request))
    expect(control(page, "factors[0].percent")).to_have_value(percent)  # what a field shows is what it takes
    expect(steps).to_have_text([step["text"] for step in answer["steps"]])


def test_the_worked_example_stands_in_the_page_before_the_script(page: Page, home: str, language: str):
    response = page.request.get(f"{home}calculators/cc105/")
    request = {
        "standard": "QMS", "category": "medium", "personnel": 55,
        "factors": [{"factor": "mature_system", "percent": -10, "reason": ""}],
    }  # fmt: skip
    html = response.text()
    request["factors"][0]["reason"] = json.loads(_attribute(html, "data-example"))["factors"][0]["reason"]
    last = commanded(language, request)["steps"][-1]["text"]
    assert last in html
    assert html.index("<noscript><p") < html.index('class="calculator-answer"')


def _attribute(html: str, name: str) -> str:
    return html.split(f'{name}="', 1)[1].split('"', 1)[0].replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")


def test_an_error_stands_at_its_field_in_the_pages_language(page: Page, home: str, language: str):
    opened(page, home)
    field = control(page, "personnel[0].count")
    field.fill("-3")
    expect(field).to_have_attribute("aria-invalid", "true")
    wrong = commanded(language, {"standard": "QMS", "personnel": -3})["errors"][0]["text"]
    place = page.locator(f"#{field.get_attribute('id')}-error")
    expect(place).to_have_text(wrong)
    assert place.get_attribute("id") in field.get_attribute("aria-describedby").split()
    field.fill("3")
    expect(place).to_be_hidden()
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_rows_come_and_go(page: Page, home: str):
    opened(page, home)
    page.locator("[data-list=personnel] [data-add]").click()
    expect(control(page, "personnel[1].count")).to_be_focused()
    control(page, "personnel[1].count").fill("25")
    expect(page.locator(EFFECTIVE)).to_have_text("80")
    page.locator("[data-list=personnel] [data-remove]").first.click()
    expect(control(page, "personnel[0].count")).to_have_value("25")
    expect(page.locator(EFFECTIVE)).to_have_text("25")


def test_it_comes_to_life_after_instant_navigation(page: Page, address: str):
    page.goto(f"{address}calculators/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.sameDocument = true")
    page.locator('.md-content li > a[href*=cc105]:not(.clause-ref)').click()
    page.locator(LIVE).wait_for(timeout=START)
    assert page.evaluate("window.sameDocument"), "the page was loaded anew: instant navigation does not work"
    control(page, "personnel[0].count").fill("44")
    expect(page.locator(EFFECTIVE)).to_have_text("44")


def test_a_killed_worker_is_replaced_and_the_input_kept(page: Page, address: str):
    opened(page, address)
    page.workers[0].evaluate("close()")
    control(page, "personnel[0].count").fill("66")
    expect(page.locator(EFFECTIVE)).to_have_text("66", timeout=START)
    expect(control(page, "personnel[0].count")).to_have_value("66")


def test_without_web_assembly_the_page_says_what_still_works(browser, home: str):
    def forbid(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": response.headers["content-security-policy"].replace("'wasm-unsafe-eval' ", "")}
        route.fulfill(response=response, headers=headers)

    context = browser.new_context()  # its console tells of the forbidden WebAssembly
    page = context.new_page()
    page.route("**/worker.js", forbid)
    page.goto(f"{home}calculators/cc105/")
    page.locator("clause-calculator[data-state=failed]").wait_for(timeout=START)
    said = page.locator('[data-words="failed_wasm"]').text_content()
    expect(page.locator(".calculator-status")).to_have_text(said or "missing")
    expect(page.locator(".calculator-heard")).to_have_text(said or "missing")
    expect(page.locator(".calculator-steps li")).not_to_have_count(0)
    context.close()


def test_nothing_stands_in_anyones_way(page: Page, home: str):
    opened(page, home)
    control(page, "personnel[0].count").fill("x")
    expect(control(page, "personnel[0].count")).to_have_attribute("aria-invalid", "true")
    assert not violations_unfolded(page)
