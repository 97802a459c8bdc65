"""WCAG 2.2 AA, as far as axe sees it."""

from playwright.sync_api import Page, expect

from tests.built import ROOT

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_SETTLED = """async () => {
  do {
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    await new Promise(requestAnimationFrame); // what has just changed begins to move now
  } while (document.getAnimations().length);
}"""


def violations(page: Page, rules: list[str] = _RULES) -> list[str]:
    page.evaluate(_SETTLED)  # no colour halfway
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text())
    # only what is wrong: to write down all that is right takes three times as long
    found = page.evaluate("async rules => (await axe.run({ runOnly: rules, resultTypes: ['violations'] })).violations", rules)
    return [f"{page.url}: {rule['id']}: {node['html'][:150]}" for rule in found for node in rule["nodes"][:3]]


def violations_unfolded(page: Page) -> list[str]:
    """Those of a calculator with everything in it unfolded, light, and its colours in the dark."""
    folded = page.locator("clause-calculator details:not([open])")
    while folded.count():  # what a fold of an answer holds is made when it opens, and may hold folds
        folded.evaluate_all("all => all.forEach((one) => { one.open = true; })")
        expect(page.locator(".calculator-answer .calculator-fold > div:empty")).to_have_count(0)
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator(':is(html, body)[data-md-color-scheme="slate"]')).to_be_attached()
    found += violations(page, ["color-contrast"])
    page.emulate_media(color_scheme="light")
    expect(page.locator(':is(html, body)[data-md-color-scheme="default"]')).to_be_attached()
    return found
