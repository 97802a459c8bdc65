"""What the browser pays for `import calculators`: a fixed list of standard modules, and only the rule that is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REQUEST = {"standard": "QMS", "personnel": 55, "factors": [{"factor": "mature_system", "percent": "-10", "reason": "nine years"}]}
PROGRAM = """
import sys
before = set(sys.modules)
import calculators
after_import = set(sys.modules) - before
answer = calculators.calculate_json("cc105", sys.argv[1], "hu")
import json
print(json.dumps({"import": sorted(after_import), "answer": sorted(set(sys.modules) - before), "ok": '"errors"' not in answer}))
"""
HEAVY = {"typing", "dataclasses", "inspect", "difflib", "hashlib", "random", "tomllib", "gettext", "asyncio", "email", "datetime", "pathlib", "logging"}


def modules() -> dict:
    done = subprocess.run([sys.executable, "-S", "-c", PROGRAM, json.dumps(REQUEST)], capture_output=True, cwd=ROOT, check=True, timeout=60)
    return json.loads(done.stdout)


def test_importing_the_package_loads_no_rule() -> None:
    loaded = {name for name in modules()["import"] if name.startswith("calculators")}
    assert loaded == {"calculators", "calculators.messages", "calculators.numbers"}


def test_one_answer_loads_no_heavy_module_and_no_other_rule() -> None:
    found = modules()
    assert found["ok"]
    loaded = {name.partition(".")[0] for name in found["answer"]}
    assert loaded & HEAVY == set()
    assert {"calculators.cc106", "calculators.cc11", "calculators.calendar", "calculators.programme"} & set(found["answer"]) == set()
