"""What the reader takes along from a calculator, and what this browser keeps: the link, the saved file, the draft."""

import json
import re
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect
from tests.browser.test_calculators import LIVE, START, control, opened
from tests.built import EFFECTIVE


def drafts(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('calculator:'))")


def effective(page: Page, number: str) -> None:
    """The answer is that for so many people."""
    expect(page.locator(EFFECTIVE)).to_have_text(number)


def link(page: Page, before: str = "") -> str:
    """Another link than that `before`, which stands there while a long one is packed."""
    page.locator(".calculator-keep [data-link]").click()
    field = page.locator(".calculator-keep [name=link]")
    expect(field).to_be_visible()
    expect(field).not_to_have_value(before)
    return field.input_value()


def said(page: Page, key: str) -> None:
    words = page.locator(f'[data-words="{key}"]').text_content()
    expect(page.locator(".calculator-status")).to_have_text(words or "missing")


def test_a_link_holds_the_request_where_no_server_sees_it(page: Page, address: str):
    opened(page, address)
    control(page, "personnel[0].count").fill("123")
    effective(page, "123")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    short = link(page)
    assert json.loads(page.evaluate("link => decodeURIComponent(link.split('#q=')[1])", short))["personnel"] == "123"
    control(page, "factors[0].reason").fill("年" * 2000)
    effective(page, "123")
    long = link(page, before=short)
    assert len(long) < 500
    for written in (short, long):
        page.goto("about:blank")
        page.goto(written)
        page.locator(LIVE).wait_for(timeout=START)
        expect(control(page, "personnel[0].count")).to_have_value("123")
        effective(page, "123")
        assert "#" not in page.url
    expect(control(page, "factors[0].reason")).to_have_value("年" * 2000)
    assert asked and not [url for url in asked if "123" in url.partition("calculators/")[2] and "/assets/" not in url]


def test_a_draft_survives_a_reload_and_is_forgotten(page: Page, address: str):
    opened(page, address)
    example = control(page, "personnel[0].count").input_value()
    assert drafts(page) == []
    control(page, "personnel[0].count").fill("66")
    effective(page, "66")
    page.evaluate("localStorage.setItem('calculator:cc11', '{}')")
    page.reload()
    page.locator(LIVE).wait_for(timeout=START)
    expect(control(page, "personnel[0].count")).to_have_value("66")
    page.locator(".calculator-keep [data-forget]").click()
    said(page, "forgotten")
    expect(control(page, "personnel[0].count")).to_have_value(example)
    effective(page, example)
    assert drafts(page) == []


def test_a_file_that_is_gone_is_told(page: Page, address: str):
    opened(page, address)
    page.locator(".calculator-keep [type=file]").evaluate(
        """input => {
            Object.defineProperty(input, "files", { value: [{ size: 1, text: () => Promise.reject(new Error("gone")) }] });
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    said(page, "file_damaged")


def test_a_saved_file_is_opened_again(page: Page, address: str, tmp_path: Path):
    opened(page, address)
    control(page, "personnel[0].count").fill("77")
    page.locator(".calculator-keep [name=organization]").fill("Example Works")
    effective(page, "77")
    with page.expect_download() as download:
        page.locator(".calculator-keep [data-save]").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    kept = json.loads(saved.read_text(encoding="utf-8"))
    assert (kept["calculator"], kept["request"]["personnel"], kept["answer"]["effective_personnel"]) == ("cc105", "77", "77")
    page.locator(".calculator-keep [name=organization]").fill("")
    control(page, "personnel[0].count").fill("5")
    effective(page, "5")
    opening = page.locator(".calculator-keep [type=file]")
    bad_files = (("{", "file_damaged"), ('{"calculator": "cc105", "request": 7}', "file_damaged"), (json.dumps({**kept, "calculator": "cc11"}), "file_other"))
    for at, (content, key) in enumerate(bad_files):
        bad = tmp_path / f"bad{at}.json"  # one may still be read
        bad.write_text(content, encoding="utf-8")
        opening.set_input_files(bad)
        said(page, key)
        expect(control(page, "personnel[0].count")).to_have_value("5")
    opening.set_input_files(saved)
    effective(page, "77")
    expect(page.locator(".calculator-keep [name=organization]")).to_have_value("Example Works")


def test_a_damaged_link_harms_nothing(page: Page, address: str):
    hostile = quote('{"personnel":{"a":[]},"standard":"<img src=x onerror=alert(1)>"}')
    for written in ("#q=%7B", "#q=[]", "#q=null", "#q=%", "#q=AAAA", f"#q={hostile}", "?q=%7B", f"?q={hostile}"):
        page.goto("about:blank")
        opened(page, address, written)
        assert page.locator("clause-calculator img").count() == 0
        assert "q=" not in page.url


def test_the_record_alone_is_printed(page: Page, home: str, tmp_path: Path):
    page.goto(f"{home}calculators/programme/")
    page.locator(LIVE).wait_for(timeout=START)
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.locator(".calculator-keep [name=organization]").fill("Example Works")
    page.keyboard.press("Control+p")  # as the button does
    expect(page).to_have_title("printed")
    record = page.locator(".calculator-record")
    expect(record).to_be_hidden()
    page.emulate_media(media="print")
    expect(record).to_be_visible()
    for hidden in ("form", ".calculator-answer", ".calculator-keep", "h1", ".md-content__inner > p"):
        assert page.locator(hidden).evaluate_all("all => all.length && all.every(one => !one.checkVisibility())"), hidden
    expect(record).to_contain_text("Example Works")
    assert record.locator("li").evaluate_all("all => all.length > 50 && all.every(one => one.checkVisibility())")  # steps of every place too
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) < 15
    assert paper.startswith(b"%PDF") and re.search(rb"/MediaBox ?\[0 0 59[45][.0-9]* 84[12]", paper)
    with page.expect_download() as download:
        page.locator(".calculator-keep [data-file=xlsx]").dispatch_event("click")
    assert download.value.path().read_bytes().startswith(b"PK")
