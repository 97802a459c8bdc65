"""Chromium on the finished site. A page that logs an error or asks another origin for anything fails its test."""

import os
import shutil
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.site.serve import server
from tests.built import LANGUAGES, built, port

_QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


_ADDRESS = "CLAUSEBOOK_TESTED"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Where tests run in several processes: one site and one server for all of them, before they start."""
    if session.config.getoption("numprocesses", None) and not hasattr(session.config, "workerinput"):
        os.environ[_ADDRESS] = served()


def served() -> str:
    """Where the site is served, with its own headers, for as long as this process lives."""
    number = port()
    address = f"http://127.0.0.1:{number}/"
    threading.Thread(target=server(built(address), number).serve_forever, daemon=True).start()
    return address


@pytest.fixture(scope="session")
def address() -> str:
    return os.environ.get(_ADDRESS) or served()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "Chromium is not installed: make test installs it, CHROMIUM=/path says where it is"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=_QUIET.split())
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A page whose console may tell of what fails."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def home(address: str, language: str) -> str:
    """The address of a language's home page."""
    return address + LANGUAGES[language]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")  # test_offline.py has it
    page = context.new_page()
    page.set_default_timeout(10_000)
    wrong: list[str] = []
    page.on("console", lambda message: message.type == "error" and wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: _foreign(request.url, address) and wrong.append(f"asked {request.url}"))
    yield page
    context.close()
    assert not wrong, "\n".join(wrong)


def _foreign(url: str, address: str) -> bool:
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and not url.startswith(address)
