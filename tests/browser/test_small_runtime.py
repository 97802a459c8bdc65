"""The small runtime gives what the whole one gives, and what it lacks brings the whole one."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from plugins.calculators.plugin import PROJECT
from plugins.calculators.respond import respond
from plugins.calculators.runtime import small, wasm
from plugins.calculators.runtime.language_page import language_page
from tests.built import EFFECTIVE, LANGUAGES
from tests.called_functions import messages

START = 60_000
LIVE = "clause-calculator[data-state=live]"
COUNT = 'clause-calculator [name="personnel[0].count"]'
EVERY = 3  # of the messages that `make functions` asks
REPLIES = """async ([messages, page]) => {
  const { runtime } = await import(document.querySelector('link[href$="/runtime.js"]').href);
  const replies = [];
  for (const message of messages) replies.push(JSON.stringify(await runtime.ask(message, page)));
  return replies;
}"""


def whole(page: Page) -> list[str]:
    """What is fetched of the whole runtime from now on."""
    asked: list[str] = []
    page.context.on("request", lambda request: "/pyodide-" in request.url and asked.append(request.url))
    return asked


def test_it_answers_as_python_does_and_lacks_nothing(visitor: Page, address: str) -> None:
    fetched = whole(visitor)
    visitor.goto(f"{address}{LANGUAGES['hu']}calculators/cc105/")
    visitor.locator(LIVE).wait_for()
    texts = [json.dumps({"base": "", **message, "language": "hu"}) for message in messages()[::EVERY]]
    page = language_page(PROJECT, "hu", {}, for_browser=False)
    bare = address + "words-without-links.json"
    visitor.route(bare, lambda route: route.fulfill(body=language_page(PROJECT, "hu", {}), content_type="application/json"))
    replies = visitor.evaluate(REPLIES, [texts, bare])
    assert len(replies) > 500
    assert [text for text, reply in zip(texts, replies, strict=True) if json.loads(reply) != json.loads(respond(text, page))] == []
    assert fetched == []


def test_its_functions_are_those_of_this_version_of_pyodide() -> None:
    module = (PROJECT / "node_modules/pyodide" / small.MODULE).read_bytes()
    known = small.called(module)
    assert known, "Pyodide is another version: make functions"
    assert max(known) < wasm.functions(module)
    assert small.called(module + b"\0") == set()


def without_a_function(route: Route) -> None:
    """Every second function is missing: the first call of one of them traps."""
    module = (PROJECT / "node_modules/pyodide" / small.MODULE).read_bytes()
    route.fulfill(body=wasm.cut(module, sorted(small.called(module))[::2]), content_type="application/wasm")


def of_another_build(route: Route) -> None:
    content = bytearray(route.fetch().body())
    content[8 + 16 : 8 + 20] = b"else"  # in the identifier that Pyodide keeps in the head
    route.fulfill(body=bytes(content))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("python-*/pyodide.asm.wasm", without_a_function),
        ("python-*/memory.bin", of_another_build),
        ("python-*/memory.bin", lambda route: route.fulfill(status=404, body="")),
    ],
    ids=["a function is missing", "the memory is of another build", "the memory is missing"],
)
def test_the_whole_runtime_takes_its_place(visitor: Page, address: str, name: str, wrong) -> None:
    fetched = whole(visitor)
    visitor.route(f"**/{name}", wrong)
    visitor.goto(f"{address}{LANGUAGES['zh']}calculators/cc105/")
    visitor.locator(LIVE).wait_for()
    visitor.locator(COUNT).fill("77")
    expect(visitor.locator(EFFECTIVE)).to_have_text("77", timeout=START)
    assert fetched


def test_an_answer_that_the_small_runtime_cannot_give_comes_from_the_whole_one(visitor: Page, address: str) -> None:
    def trapping(route: Route) -> None:
        body = route.fetch().text()
        assert "respond(asked.message" in body
        body = body.replace("respond(asked.message", "(small && asked.message.includes('78') ? new WebAssembly.Module() : respond)(asked.message")
        route.fulfill(body=body, content_type="text/javascript")

    fetched = whole(visitor)
    visitor.route("**/worker.js", trapping)
    visitor.goto(f"{address}{LANGUAGES['en']}calculators/cc105/")
    visitor.locator(LIVE).wait_for()
    assert fetched == []
    visitor.locator(COUNT).fill("78")
    expect(visitor.locator(EFFECTIVE)).to_have_text("78", timeout=START)
    assert fetched
