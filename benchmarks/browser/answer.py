"""From a key to the answer in the page, once Python runs there; and from a spreadsheet's 2,000 sites to theirs.

    python -m benchmarks.browser.answer [site] [--runs 15] [--languages en zh]

An answer is shown when the frame after its last change is painted. Medians and minima, since a busy machine only ever adds.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from statistics import median

from plugins.site.serve import server
from playwright.sync_api import Page, sync_playwright

from .__main__ import FLAGS

FOLDERS = {"zh": "", "en": "en/", "ru": "ru/", "hu": "hu/"}
KEYS: dict[str, tuple[str, Callable[[int], str]]] = {  # page: a field, and what is put in each time
    "programme": ("central.personnel[0].count", lambda run: str(41 + run)),
    "cc105": ("personnel[0].count", lambda run: str(56 + run)),
    "cc106": ("times.EMS", lambda run: str(7 + run)),
    "cc11": ("seed", lambda run: str(2027 + run)),
    "quoted": ("quoted.initial", lambda run: str(6 + run)),
    "calendar": ("certificate_issue", lambda run: f"2025-12-{1 + run % 28:02}"),
    "eligibility": ("system_since", lambda run: f"2026-09-{1 + run % 28:02}"),
}
SITES = "\n".join(f"branch {number}\t{10 + number * 7919 % 311}\tgroup {number % 5}\t{'CN HU RU KZ DE'.split()[number % 5]}" for number in range(2000))
PASTED = ("programme", "cc11")
LIVE = "clause-calculator[data-state=live]"
KEY, PASTE = 100, 2000
"""Milliseconds within which an answer is wanted."""
_ANSWERED = """([path, value]) => new Promise((resolve) => {
  const control = document.querySelector(`clause-calculator [name="${path}"]`);
  let longest = 0, rest;
  const tasks = new PerformanceObserver((list) => list.getEntries().forEach((task) => { longest = Math.max(longest, task.duration); }));
  const changes = new MutationObserver(() => requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      const shown = performance.now() - began;
      clearTimeout(rest);
      rest = setTimeout(() => { tasks.disconnect(); changes.disconnect(); resolve([shown, longest]); }, 400);
    };
    painted.port2.postMessage(0);
  }));
  tasks.observe({ type: "longtask" });
  changes.observe(document.querySelector(".calculator-answer"), { subtree: true, childList: true });
  const began = performance.now();
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def measured(page: Page, path: str, values: list[str], bar: int) -> str:
    """One line; the first of the values warms up."""
    times, tasks = zip(*[page.evaluate(_ANSWERED, [path, value]) for value in values][1:])
    return f"{median(times):8.0f} {min(times):8.0f} {median(times) / bar:8.2f} {median(tasks):8.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser.answer", description=__doc__.partition("\n")[0])
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--languages", nargs="+", choices=FOLDERS, default=["en", "zh"])
    asked = parser.parse_args()
    running = server(asked.site, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    print(f"{'milliseconds':32}{'median':>8} {'least':>8} {'of bar':>8} {'task':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        for language in asked.languages:
            for name, (path, value) in KEYS.items():
                page = browser.new_page()
                page.goto(f"http://127.0.0.1:{running.server_address[1]}/{FOLDERS[language]}calculators/{name}/")
                page.locator(LIVE).wait_for(timeout=120_000)
                values = [value(run) for run in range(asked.runs + 1)]
                print(f"{language} {name:28}", measured(page, path, values, KEY), flush=True)
                if name in PASTED:
                    rows = [f"{SITES}\nlast {run}\t5\tgroup 1\tCN" for run in range(asked.runs + 1)]
                    print(f"{language} {f'{name}, 2,000 sites pasted':28}", measured(page, "sites_text", rows, PASTE), flush=True)
                    print(f"{language} {f'{name}, and another field':28}", measured(page, path, values, PASTE), flush=True)
                page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
