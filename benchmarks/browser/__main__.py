"""Time to the first live answer of a calculator's page, beside the same page with stock Pyodide and bare pages of peers.

    python -m benchmarks.browser [site] [--runs 7]

All in one run, turn by turn, so that the machine's mood falls on all; medians; cold with an empty browser cache, warm
with a full one; a fast line and one of 10 Mbit/s and 40 ms, slowed by the server. Exit 1 when a ratio is above its bar.
A slower processor is not measured: what DevTools slows is the main thread, and our page and stock work beside it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from .peers.pages import LEFT_OUT, PEERS, with_pyodide

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
PAGE = "en/calculators/cc105/"
LINES = {"fast": (0, 0), "10 Mbit/s": (10_000_000, 40)}
BARS = {("fast", "cold"): 0.35, ("fast", "warm"): 0.5, ("10 Mbit/s", "cold"): 0.55}
"""At most this share of stock Pyodide's time."""
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
_WATCH = """
window.answered = new Promise((answer) => { window.answer = answer });
new PerformanceObserver((list) => { for (const task of list.getEntries()) window.longest = Math.max(window.longest ?? 0, task.duration) }).observe({ type: "longtask", buffered: true });
new MutationObserver(() => { if (document.querySelector("clause-calculator[data-state=live]")) answer(performance.now()) })
  .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
"""
_WATCH_PEER = """
new MutationObserver(() => {
  document.querySelectorAll("[id$=--run]").forEach((button) => { if (button.onclick && !button.pressed) { button.pressed = true; button.click() } });
  if (document.querySelector("#answer, .pyodide-output")?.textContent.includes('"exact"')) answer(performance.now());
}).observe(document, { subtree: true, childList: true });
"""


def stock(site: Path, folder: Path) -> None:
    """The same site with stock Pyodide: another worker, our files apart from the library, nothing fetched ahead."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("pagefind", "clauses"), dirs_exist_ok=True)
    assets = folder / "assets" / "calculators"
    (worker,) = assets.glob("browser-*/worker.js")
    shutil.copyfile(HERE / "stock_worker.js", worker)
    (runtime,) = assets.glob("pyodide-*")
    shutil.copyfile(PROJECT / "node_modules/pyodide/pyodide-lock.json", runtime / "pyodide-lock.json")
    (library,) = assets.glob("library-*.zip")
    with zipfile.ZipFile(library) as whole, zipfile.ZipFile(assets / "ours.zip", "w") as ours:
        for name in whole.namelist():
            if name.startswith(("calculators/", "plugins/", "locales/")):
                ours.writestr(name, whole.read(name))
    paths = worker.with_name("paths.js")
    text = paths.read_text(encoding="utf-8")
    start = text.index("export const FILES")
    paths.write_text(text[:start] + "export const FILES = [];" + text[text.index("\n", start) :], encoding="utf-8")


def first_answer(context: BrowserContext, address: str) -> tuple[float, float]:
    """Milliseconds from navigation to the live answer, and the longest task of the main thread."""
    page = context.new_page()
    page.set_default_timeout(300_000)  # the first time, the server compresses
    page.goto(address)
    times: list[float] = page.evaluate("answered.then((live) => [live, window.longest ?? 0])")
    page.close()
    return times[0], times[1]


def serve(folder: Path, cache: Path) -> tuple[subprocess.Popen[str], str]:
    running = subprocess.Popen(["node", str(HERE / "serve.mjs"), str(folder), str(cache)], stdout=subprocess.PIPE, text=True)
    assert running.stdout
    return running, f"http://127.0.0.1:{running.stdout.readline().strip()}/"


def line(address: str, bits: int, delay: int) -> int:
    """Sets the line's speed; the bytes sent since the last time."""
    with urllib.request.urlopen(f"{address}.line?bits={bits}&delay={delay}") as response:
        return int(response.read())


def measure(browser: Browser, addresses: dict[str, str], runs: int) -> tuple[dict, dict]:
    times: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    other: dict[tuple[str, str], list[float]] = defaultdict(list)
    for speed, (bits, delay) in LINES.items():
        for run in range(runs + 1):
            for name, address in addresses.items():
                line(address, bits, delay)
                context = browser.new_context()
                context.add_init_script(_WATCH + (_WATCH_PEER if name in PEERS else ""))
                page = address + ("" if name in PEERS else PAGE)
                cold, longest = first_answer(context, page)
                sent = line(address, bits, delay)
                warm, _ = first_answer(context, page)
                context.close()
                if run:  # the first round warms the machine and the server's cache
                    times[speed, "cold", name].append(cold)
                    times[speed, "warm", name].append(warm)
                    other[name, "bytes"].append(sent)
                    other[name, "longest task"].append(longest)
    return times, other


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description="Time to the first live answer, beside stock Pyodide.")
    parser.add_argument("site", nargs="?", type=Path, default=PROJECT / "site")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    asked = parser.parse_args()
    running = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        addresses = {}
        (library,) = asked.site.glob("assets/calculators/library-*.zip")
        for name in ("ours", "stock", *PEERS):
            folder = asked.site.resolve() if name == "ours" else Path(temporary, name)
            folder.mkdir(exist_ok=True)
            process, addresses[name] = serve(folder, PROJECT / ".build" / "brotli")
            running.append(process)
            if name == "stock":
                stock(asked.site, folder)
            elif name in PEERS:
                with_pyodide(folder)
                PEERS[name](folder, addresses[name], library)
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=FLAGS.split())
        try:
            times, other = measure(browser, addresses, asked.runs)
        finally:
            browser.close()
            for process in running:
                process.terminate()
    return report(times, other)


def report(times: dict, other: dict) -> int:
    """Prints medians, and each as a share of stock Pyodide's; 1 when ours is above a bar."""
    names = ("ours", "stock", *PEERS)
    missed = 0
    print(f"{'first live answer (ms)':24}" + "".join(f"{name:>28}" for name in names))
    for speed in LINES:
        for state in ("cold", "warm"):
            found = {name: median(times[speed, state, name]) for name in names}
            ratio, bar = found["ours"] / found["stock"], BARS.get((speed, state))
            missed += bar is not None and ratio > bar
            print(f"{f'{speed}, {state}':24}" + _shares(found) + (f"  bar {bar}" if bar else ""))
    for what, unit in (("bytes", 1000), ("longest task", 1)):
        print(f"{what + (' (kB)' if unit > 1 else ' (ms)'):24}" + _shares({name: median(other[name, what]) / unit for name in names}))
    for name, why in LEFT_OUT.items():
        print(f"{name}: {why}")
    return int(missed > 0)


def _shares(found: dict[str, float]) -> str:
    return "".join(f"{value:20.0f} ({value / found['stock']:5.2f})" if found["stock"] else f"{value:20.0f}{'':8}" for value in found.values())


if __name__ == "__main__":
    sys.exit(main())
