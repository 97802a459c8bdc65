"""When the calculation cannot run: a sentence in the page's language for each reason, and nothing that was put in is lost."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.built import EFFECTIVE, LANGUAGES

START = 60_000
LIVE = "clause-calculator[data-state=live]"
COUNT = 'clause-calculator [name="personnel[0].count"]'


def says(page: Page, reason: str) -> None:
    said = page.locator(f'[data-words="failed_{reason}"]').text_content()
    expect(page.locator(".calculator-status")).to_have_text(said or "missing", timeout=START)
    expect(page.locator(".calculator-heard")).to_have_text(said or "missing")
    expect(page.locator(".calculator-steps li")).not_to_have_count(0)


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def test_a_slow_line_is_not_taken_for_an_old_browser(visitor: Page, address: str) -> None:
    def late(route: Route) -> None:
        visitor.wait_for_timeout(1_500)
        route.continue_()

    visitor.route("**/element.js", late)
    visitor.goto(f"{address}{LANGUAGES['hu']}calculators/cc105/")  # until it has loaded
    assert visitor.evaluate("Boolean(customElements.get('clause-calculator'))")
    assert visitor.locator(".calculator-status").text_content() != visitor.locator('[data-words="failed_old"]').text_content()


def test_a_browser_without_module_workers_is_told_that_it_is_too_old(visitor: Page, address: str) -> None:
    visitor.add_init_script("{ const Plain = Worker; globalThis.Worker = function (url) { return new Plain(url); }; }")
    visitor.goto(f"{address}{LANGUAGES['zh']}calculators/cc105/")
    says(visitor, "old")


@pytest.mark.parametrize("module", ["element.js", "calculator.js"])
def test_a_browser_that_cannot_read_the_modules_is_told_so(visitor: Page, address: str, module: str) -> None:
    visitor.route(f"**/{module}", lambda route: route.fulfill(body="class Newer { #of = 1; than@this }", content_type="text/javascript"))
    visitor.goto(f"{address}{LANGUAGES['hu']}calculators/cc105/")
    says(visitor, "old")


def test_a_worker_that_hangs_is_replaced_and_the_input_kept(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}{LANGUAGES['en']}calculators/cc105/")
    visitor.locator(LIVE).wait_for()
    visitor.workers[0].evaluate("setTimeout(() => { for (;;); })")
    visitor.locator(COUNT).fill("66")
    expect(visitor.locator(EFFECTIVE)).to_have_text("66", timeout=START)
    expect(visitor.locator(COUNT)).to_have_value("66")


def test_a_calculation_that_never_ends_is_stopped(visitor: Page, address: str) -> None:
    visitor.clock.install()
    visitor.route("**/worker.js", lambda route: route.fulfill(body="for (;;);", content_type="text/javascript"))
    visitor.goto(f"{address}{LANGUAGES['ru']}calculators/cc105/")
    visitor.locator(COUNT).fill("66")
    for _ in range(2):  # the worker and the one that takes its place
        visitor.clock.fast_forward(121_000)
    visitor.clock.run_for(1_000)  # what is heard comes a little later
    says(visitor, "time")
    expect(visitor.locator(COUNT)).to_have_value("66")


def test_a_file_that_is_missing_is_asked_for_again_with_the_next_change(visitor: Page, address: str) -> None:
    for name in ("memory.bin", "python_stdlib.zip"):
        visitor.route(f"**/{name}", missing)
    visitor.goto(f"{address}{LANGUAGES['hu']}calculators/cc105/")
    says(visitor, "load")
    visitor.unroute_all()
    visitor.locator(COUNT).fill("77")
    expect(visitor.locator(EFFECTIVE)).to_have_text("77", timeout=START)
    expect(visitor.locator(".calculator-status")).not_to_contain_text(visitor.locator('[data-words="failed_load"]').text_content() or "missing")
