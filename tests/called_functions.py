"""Renews `plugins/calculators/runtime/functions.txt`: which functions of Pyodide's WebAssembly are called, in Chromium.

    python tests/called_functions.py

The worker of the built site answers every case, samples, and what is hostile: all in a row with the whole runtime; with the
small one each from the memory it begins with, then all in a row without the promises of WebAssembly, which not every browser has.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import calculators
import yaml
from playwright.sync_api import Page, Route, sync_playwright

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))
from plugins.calculators.files.offered import kinds  # noqa: E402
from plugins.calculators.plugin import sample_requests  # noqa: E402
from plugins.calculators.runtime import small, wasm  # noqa: E402
from plugins.calculators.runtime.samples import texts  # noqa: E402
from plugins.site.serve import server  # noqa: E402
from tests.browser.test_hostile_input import HOSTILE, NUMBERS, leaves  # noqa: E402

MORE = 60
"""Requests made up besides, for each calculator and language."""
_BEGIN = """
const plain = WebAssembly.instantiate;
WebAssembly.instantiate = async (module, imports) => {
  const instance = await plain(module, imports);
  if (!("~0" in instance.exports)) return instance;
  const all = Object.entries(instance.exports);
  self.told = all.filter(([name]) => name.startsWith("~"));
  self.memory = instance.exports.memory;
  return { exports: Object.fromEntries(all.filter(([name]) => !name.startsWith("~"))) };
};
addEventListener("message", (event) => {
  if (!event.data.again) return;
  event.stopImmediatePropagation();
  self.first ??= new Uint8Array(self.memory.buffer).slice();
  new Uint8Array(self.memory.buffer).set(self.first);
});
"""
_WITHOUT_PROMISES = "delete WebAssembly.Suspending; delete WebAssembly.promising; delete WebAssembly.SuspendError;\n"
_ASK = """async ({ start, questions, fresh }) => {
  const worker = new Worker(start.worker, { type: "module" });
  const said = (kind) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => data.kind === kind ? resolve(data) : data.kind === "failed" && reject(new Error(data.detail));
  });
  const ready = said("ready");
  worker.postMessage(start.runtime);
  await ready;
  for (const [number, question] of questions.entries()) {
    if (fresh) worker.postMessage({ again: true });
    const reply = said("reply");
    worker.postMessage({ id: number + 1, ...question });
    await reply;
  }
  return questions.length;
}"""


def messages() -> list[dict]:
    """Every case, every sample, and what the pages ask besides."""
    asked = [vars(request) | {"wanted": None} for request in sample_requests()]
    for path in sorted(PROJECT.joinpath("tests/cases").glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            if "request" in case:
                language = calculators.LANGUAGES[number % 4]
                message = {"name": case["calculator"], "text": json.dumps(case["request"], default=str), "language": language, "base": "../"}
                asked.append(message | {"wanted": None})
                asked += [message | {"wanted": kind} for kind in ("answer", "record", *kinds(case["calculator"]))]
                asked.append(message | {"reading": "*"})
    for name in calculators.NAMES:
        good = next(message for message in asked if message["name"] == name and message["wanted"] == "record")
        for text in (*HOSTILE, *NUMBERS):
            request = json.loads(good["text"])
            hostile = (json.dumps(one) for one in (leaves(request, text), *one_by_one(request, text)))
            asked += [*(good | {"text": one} for one in hostile), good | {"organization": text}, good | {"business": text}, good | {"text": text}]
        asked += [
            {"name": name, "text": text, "language": language, "base": "", "wanted": "record"}
            for language in calculators.LANGUAGES
            for text in texts(calculators.schema(name), f"more {name} {language}", MORE)
        ]
    many = "\n".join(f"s{number}\t{number % 900 + 1}\tshops\tCN" for number in range(2000))
    large = {"standards": [{"standard": "QMS", "risk": "medium"}], "central": {"personnel": 9}, "sites_text": many}
    asked += [{"name": name, "text": json.dumps(large), "language": "hu", "base": ""} for name in ("programme", "cc11")]
    asked += [{"name": "programme", "text": "{}", "language": "zh", "base": "", "business": text} for text in ("软件", "food", "", "<b>")]
    return asked


def one_by_one(value: object, text: str) -> Iterator[object]:
    """The request with one of its leaves replaced, for each of them."""
    if isinstance(value, dict):
        for key in value:
            yield from (value | {key: inner} for inner in one_by_one(value[key], text))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from ([*value[:at], inner, *value[at + 1 :]] for inner in one_by_one(item, text))
    else:
        yield text


def called(page: Page, site: Path, told: bytes, *, whole: bool, promises: bool, fresh: bool) -> set[int]:
    """The functions that one worker calls."""
    (paths,) = site.glob("assets/calculators/browser-*/paths.js")
    base = page.url.rsplit("/", 1)[0] + "/"
    folder = base + paths.parent.relative_to(site).as_posix()
    start = page.evaluate(
        """async ([folder, whole]) => {
          const { PYODIDE, SMALL, LIBRARY, INFO } = await import(`${folder}/paths.js`);
          return { worker: `${folder}/worker.js`, runtime: whole ? { pyodide: PYODIDE, library: LIBRARY, info: INFO } : { pyodide: SMALL, info: INFO } };
        }""",
        [folder, whole],
    )

    def worker(route: Route) -> None:
        prelude = _BEGIN if promises else _WITHOUT_PROMISES + _BEGIN
        body = prelude + paths.with_name("worker.js").read_text("utf-8")
        route.fulfill(body=body, content_type="text/javascript")

    page.context.route("**/worker.js", worker)
    page.context.route("**/*.wasm", lambda route: route.fulfill(body=told, content_type="application/wasm"))
    pages = {path.name.split("-")[1]: base + path.relative_to(site).as_posix() for path in site.glob("assets/calculators/page-*.json")}
    questions = [{"message": json.dumps(message), "page": pages[message["language"]]} for message in messages()]
    page.evaluate(_ASK, {"start": start, "questions": questions, "fresh": fresh})
    return set(page.workers[-1].evaluate("told.filter(([, global]) => global.value).map(([name]) => Number(name.slice(1)))"))


def main() -> None:
    site = PROJECT / "site"
    module = (PROJECT / "node_modules/pyodide" / small.MODULE).read_bytes()
    told = wasm.telling(module)
    serving = server(site, 0)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    found: set[int] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for whole, promises, fresh in ((True, True, False), (False, True, True), (False, False, False)):
            page = browser.new_context(service_workers="block", bypass_csp=True).new_page()
            page.set_default_timeout(0)
            page.goto(f"http://127.0.0.1:{serving.server_address[1]}/404.html")
            more = called(page, site, told, whole=whole, promises=promises, fresh=fresh)
            print(f"whole={whole} promises={promises} fresh={fresh}: {len(more)} functions, {len(more - found)} new", flush=True)
            found |= more
            page.context.close()
        browser.close()
    small.FUNCTIONS.write_text(f"{hashlib.sha256(module).hexdigest()}\n{_ranges(sorted(found))}", "utf-8")


def _ranges(numbers: list[int]) -> str:
    """Some to a line, so that a change shows where it is."""
    known = set(numbers)
    starts = [number for number in numbers if number - 1 not in known]
    ends = [number for number in numbers if number + 1 not in known]
    written = [f"{start}" if start == end else f"{start}-{end}" for start, end in zip(starts, ends, strict=True)]
    return "".join(" ".join(written[at : at + 12]) + "\n" for at in range(0, len(written), 12))


if __name__ == "__main__":
    main()
