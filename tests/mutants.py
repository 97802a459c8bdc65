"""Mutation testing of the rules: mutmut changes them one place at a time, and a test must notice each change.

    python tests/mutants.py FOLDER [NAME…]      NAME: a file of calculators/, such as cc105

mutmut makes the changes; the cases run here, in one process, because a process for each change takes ten times as
long. mutmut leaves decorated functions as they are, and most rules carry `@implements`, which changes nothing that a
rule computes: the copy goes without it.

What survives is written to FOLDER/survivors.txt, and held against tests/rules/MUTANTS.md, which explains each: ends
with 1 when one is not explained there, or an explained one does not survive.
"""

from __future__ import annotations

import ast
import inspect
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import wraps
from importlib import import_module
from os.path import commonprefix
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXPLAINED = ROOT / "tests" / "rules" / "MUTANTS.md"
CONTEXT = 24  # characters of the line that are shown on each side of a change
COPIED = ("calculators", "locales", "tests/rules", "tests/cases")
SHORTEST_LIMIT = 3  # seconds before a test that goes on and on counts as noticing
SLOWEST = 0.5  # seconds of the processor: a test that takes longer is left out


def unmarked(source: str) -> str:
    """The source without its `@implements(…)`; blank lines keep the places of all others.

    >>> unmarked("@implements('A')\\ndef rule(): pass\\n")
    '\\ndef rule(): pass\\n'
    """
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "implements":
                lines[mark.lineno - 1 : mark.end_lineno] = [""] * (mark.end_lineno - mark.lineno + 1)
    return "\n".join(lines) + "\n"


def prepare(folder: Path) -> list[Path]:
    """Copy rules and tests into `folder`, and give the paths of the rules; what mutmut keeps there stays."""
    for name in COPIED:
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py", "tests/rule_tests.py"):
        shutil.copy(ROOT / name, folder / name)
    rules = sorted((folder / "calculators").glob("*.py"))
    for path in rules:
        path.write_text(unmarked(path.read_text(encoding="utf-8")), encoding="utf-8")
    return rules


def mutate(rules: list[Path], names: set[str], changed: Path) -> None:
    """Write every change of the named rules into a second copy, each beside the function that it changes."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    shutil.rmtree(changed, ignore_errors=True)
    shutil.copytree(rules[0].parent, changed / "calculators")
    shutil.copytree(rules[0].parents[1] / "locales", changed / "locales")
    for path in rules:
        if path.stem in names:
            code = mutate_file_contents(str(path), path.read_text(encoding="utf-8")).code
            (changed / "calculators" / path.name).write_text(code, encoding="utf-8")


class Switch:
    """Stands in for mutmut's own: which change is active, which functions are called, and all changes by module."""

    def __init__(self) -> None:
        self.active: tuple[dict, str] | None = None  # the function's changes, and one of them: names repeat between files
        self.called: set[int] = set()
        self.known: dict[str, list[dict]] = {}

    def __call__(self, changes: dict, is_classmethod: bool = False) -> object:
        def switched(function: object) -> object:
            self.known.setdefault(function.__module__, []).append(changes)

            @wraps(function)
            def call(*args: object, **named: object) -> object:
                self.called.add(id(changes))
                name = self.active[1] if self.active and self.active[0] is changes else "_mutmut_orig"
                return changes[name](*args, **named)

            return call

        return switched


def notices(test: Callable[[], None], limit: float) -> bool:
    """Whether a test fails, or takes much longer than it should."""
    signal.setitimer(signal.ITIMER_REAL, limit, limit)  # again and again: Hypothesis repeats what failed
    try:
        test()
    except BaseException as error:  # whatever a change makes happen
        if isinstance(error, KeyboardInterrupt):
            raise
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def told(module: str, before: Callable, after: Callable) -> str:
    """A change in words that stay when others come and go: `cc11.check: at = … → at = …`."""
    function = before.__name__.removesuffix("__mutmut_orig").removeprefix("x_").replace("xǁ", "").replace("ǁ", ".")
    one, two = (inspect.getsource(source).replace(source.__name__, function, 1) for source in (before, after))
    start = len(commonprefix([one, two]))
    end = min(len(commonprefix([one[::-1], two[::-1]])), len(one) - start, len(two) - start)
    shown = (" ".join(text[max(start - CONTEXT, 0) : len(text) - end + CONTEXT].split()) for text in (one, two))
    return f"{module.removeprefix('calculators.')}.{function}: {' → '.join(shown)}"


def run(switch: Switch, tests: Iterable[Callable[[], None]], file: Path) -> list[str]:
    """Try each change on the tests that reach it, quickest first; count per file, write what survives, and hand it back."""
    at_import, reach = set(switch.called), []
    for test in tests:
        switch.called.clear()
        test()  # once to fill what is kept between answers
        start = time.process_time()
        test()
        reach.append((time.process_time() - start, set(switch.called), test))
    reach = sorted((entry for entry in reach if entry[0] <= SLOWEST), key=lambda entry: entry[0])
    survivors = []
    for module, functions in sorted(switch.known.items()):
        count: Counter[str] = Counter()
        for changes in functions:
            mine = [(seconds, test) for seconds, called, test in reach if id(changes) in called]
            if not mine and id(changes) in at_import:
                continue  # made when the package is imported, before a change can be chosen
            for name in [name for name in changes if name != "_mutmut_orig"]:
                switch.active = (changes, name)
                killed = any(notices(test, max(SHORTEST_LIMIT, 40 * seconds)) for seconds, test in mine)
                count["killed" if killed else "survived" if mine else "not reached"] += 1
                if not killed:
                    survivors.append(told(module, changes["_mutmut_orig"], changes[name]))
            switch.active = None
        print(f"{module}: {dict(count)}", flush=True)
        file.write_text("".join(f"{name}\n" for name in survivors), encoding="utf-8")
    return survivors


def unexplained(survivors: list[str], modules: set[str]) -> list[str]:
    """What MUTANTS.md does not explain, and what it explains though it does not survive, in the modules that were tried."""
    listed = [line.strip() for line in EXPLAINED.read_text(encoding="utf-8").splitlines() if " → " in line and ": " in line]
    listed = [line for line in listed if line.partition(".")[0] in modules]
    return [
        *(f"not explained: {line}" for line in sorted(set(survivors) - set(listed))),
        *(f"explained, but noticed by a test: {line}" for line in sorted(set(listed) - set(survivors))),
    ]


def main(folder: Path, names: list[str]) -> int:
    """All of it, for some rules or for every one."""
    import tomllib

    import mutmut.mutation.trampoline

    left_out = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]["do_not_mutate"]
    rules = prepare(folder)
    mutated = {path.stem for path in rules if f"calculators/{path.name}" not in left_out}
    mutate(rules, mutated.intersection(names) or mutated, folder / "changed")
    switch = Switch()
    mutmut.mutation.trampoline.wrap_in_trampoline = switch
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(folder / "changed"), str(folder)]
    signal.signal(signal.SIGALRM, _too_long)
    for path in rules:  # the ones that no case imports as well
        if path.stem in mutated:
            import_module("calculators" if path.stem == "__init__" else f"calculators.{path.stem}")
    from tests.rule_tests import calls

    survivors = run(switch, calls(), folder / "survivors.txt")
    print(f"{len(survivors)} survive: {folder / 'survivors.txt'}")
    open_ends = unexplained(survivors, mutated.intersection(names) or mutated)
    print("\n".join(open_ends) or "each is explained in tests/rules/MUTANTS.md")
    return 1 if open_ends else 0


def _too_long(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:]))
