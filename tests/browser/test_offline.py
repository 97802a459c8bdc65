"""Without a line after one visit: the service worker at any sub-path, and how it takes a new build."""

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.site import offline
from plugins.site.serve import SiteServer, server
from tests.built import EFFECTIVE, SITE

LIVE = "clause-calculator[data-state=live]"
START = 60_000
SETTLED = """async scope => {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration(scope)
    return !installing && !waiting && active?.state === "activated"
}"""
SUB_PATH = "below/some/folder/"


class Host:
    """A host of a copy of the site, below a folder; it can go away and come back."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / SUB_PATH
        shutil.copytree(SITE, self.site, copy_function=os.link)
        shutil.move(self.site / "_headers", root / "_headers")
        self.port = 0
        self.come()

    def come(self) -> None:
        self.running: SiteServer = server(self.root, self.port)
        self.port = self.running.server_address[1]
        threading.Thread(target=self.running.serve_forever, daemon=True).start()

    def go(self) -> None:
        self.running.shutdown()
        self.running.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{SUB_PATH}"

    @property
    def outside(self) -> str:
        """A page of the same origin that is not one of the site."""
        return f"http://127.0.0.1:{self.port}/outside"

    def write(self, path: str, text: str) -> None:
        """Anew, so that the file that the link leads to stays as it is."""
        (self.site / path).unlink(missing_ok=True)
        (self.site / path).write_text(text)

    def build(self, path: str, old: str, new: str) -> None:
        """What a build with another page and another style sheet would leave."""
        (style,) = self.site.glob("assets/stylesheets/site.*.css")
        style.rename(style.with_name("site.0123abcd.css"))
        for page in self.site.glob("en/**/*.html"):
            self.write(str(page.relative_to(self.site)), page.read_text().replace(style.name, "site.0123abcd.css"))
        changed = self.site / path
        self.write(path, changed.read_text().replace(old, new))
        (self.site / offline.NAME).unlink()
        self.write(offline.NAME, offline.service_worker(self.site))


@pytest.fixture
def host(address: str, tmp_path: Path) -> Iterator[Host]:
    host = Host(tmp_path)
    yield host
    host.go()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def kept(page: Page, *paths: str) -> None:
    """Waits until these files of the site are kept."""
    for path in paths:
        until = time.monotonic() + START / 1000
        while not page.evaluate("async path => Boolean(await caches.match(path, { ignoreSearch: true }))", path):
            assert time.monotonic() < until, f"{path} was not kept"
            page.wait_for_timeout(100)


def builds(page: Page) -> list[str]:
    return page.evaluate("async () => (await caches.keys()).map(name => name.split(' ').at(-1))")


def renewed(page: Page, host: Host) -> None:
    """A visit on which the browser meets the service worker of the last build, and away, so that this one takes over."""
    page.goto(f"{host.address}en/about/")
    until = time.monotonic() + START / 1000
    while builds(page)[-1] != version(host):
        assert time.monotonic() < until, builds(page)
        page.wait_for_timeout(100)
    page.goto(host.outside)
    while not page.evaluate(SETTLED, f"/{SUB_PATH}"):
        assert time.monotonic() < until, "the new service worker did not take over"
        page.wait_for_timeout(100)


def version(host: Host) -> str:
    found = re.search(r'"version": "(\w+)"', (host.site / offline.NAME).read_text())
    assert found
    return found[1]


def test_a_calculator_that_was_visited_once_computes_without_a_line(visitor: Page, host: Host) -> None:
    visitor.goto(f"{host.address}ru/gz021/5/")
    kept(visitor, f"{host.address}ru/gz021/5/")
    visitor.goto(f"{host.address}ru/calculators/cc105/")
    visitor.locator(LIVE).wait_for(timeout=START)
    (memory,) = host.site.glob("assets/calculators/python-*/memory.bin")
    kept(visitor, host.address + memory.relative_to(host.site).as_posix(), f"{host.address}ru/calculators/cc105/", visitor.locator("clause-calculator").evaluate("one => new URL(one.dataset.page, document.baseURI).href"))
    host.go()
    visitor.goto(f'{host.address}ru/calculators/cc105/?q={{"standard":"QMS","personnel":80}}')
    visitor.locator(LIVE).wait_for(timeout=START)
    expect(visitor.locator(EFFECTIVE)).to_have_text("80")
    visitor.locator('clause-calculator [name="personnel[0].count"]').fill("44")
    expect(visitor.locator(EFFECTIVE)).to_have_text("44")
    visitor.goto(f"{host.address}ru/gz021/5/#c-5.4.1.4")
    expect(visitor.locator('[id="c-5.4.1.4"]')).to_be_in_viewport()
    assert visitor.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"  # with its style
    assert not visitor.evaluate("async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => one.url)))).flat().filter(url => /[?#]/.test(url))")
    host.come()


def test_a_new_build_takes_the_place_of_the_old_one(visitor: Page, host: Host) -> None:
    page, first = "en/cc105/3/", version(host)
    visitor.goto(host.address + page)
    kept(visitor, host.address + page)
    host.build(f"{page}index.html", "</h1>", " of the next build</h1>")
    assert version(host) != first
    renewed(visitor, host)
    host.go()
    visitor.goto(host.address + page)  # not visited since
    expect(visitor.locator("h1")).to_contain_text("of the next build")
    assert visitor.locator("link[href*='site.0123abcd']").evaluate("link => link.sheet.cssRules.length")
    host.come()
    host.build(f"{page}index.html", "of the next build", "of the third build")
    visitor.goto(host.address + page)
    expect(visitor.locator("h1")).to_contain_text("of the third build")
    renewed(visitor, host)
    assert first not in builds(visitor)


def test_an_error_is_never_kept(visitor: Page, host: Host) -> None:
    visitor.goto(f"{host.address}hu/about/")
    kept(visitor, f"{host.address}hu/about/")
    visitor.reload()
    visitor.goto(f"{host.address}hu/not-there/")
    visitor.wait_for_load_state("networkidle")
    assert visitor.evaluate("async () => Boolean(await caches.match(location.href))") is False
