"""A bare page for each peer, served locally: one call of the calculators' package, and its answer shown.

Each is given its files as it documents it, from folders that the server lets a browser keep. Only addresses of CDNs are
changed, to local files of the same versions; Pyodide is this project's own, as it comes from npm.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

PROJECT = Path(__file__).parents[3]
INSTALLED = PROJECT / ".build" / "peers"
PACKAGES = INSTALLED / "node_modules"
KEPT = "assets/javascripts"
"""What lies here is kept by the browser for a year (serve.mjs)."""
CALL = """from calculators import calculate_json
answer = calculate_json("cc105", '{"standard": "QMS", "personnel": 55}')
"""
LEFT_OUT = {"pyodide-mkdocs-theme 5.7.0": "not measured: the CDN addresses of its scripts stand in its code, and a local page for it is not written"}
WHEEL = "clausebook-1.0-py3-none-any.whl"


def pyscript(folder: Path, address: str, library: Path) -> None:
    kept = folder / KEPT
    shutil.copytree(PACKAGES / "@pyscript/core/dist", kept / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    _zip(kept / "ours.zip", _ours(library))
    settings = {"interpreter": f"{address}{KEPT}/pyodide/pyodide.mjs", "files": {f"{address}{KEPT}/ours.zip": "./*"}}
    (folder / "index.html").write_text(
        f"""<!doctype html><meta charset="utf-8"><title>PyScript</title><pre id="answer"></pre>
<script type="module" src="{KEPT}/pyscript/core.js"></script><link rel="stylesheet" href="{KEPT}/pyscript/core.css">
<script type="py" config='{json.dumps(settings)}'>
{CALL}from pyscript import document
document.querySelector("#answer").textContent = answer
</script>""",
        encoding="utf-8",
    )


def markdown_exec(folder: Path, address: str, library: Path) -> None:
    kept = folder / KEPT
    _zip(kept / WHEEL, (*_ours(library), *_wheel_notes()))
    for name in ("ace.js", "mode-python.js", "theme-tomorrow.js", "theme-tomorrow_night.js"):
        _copy(PACKAGES / "ace-builds/src-min-noconflict" / name, kept / name)
    _copy(PACKAGES / "@highlightjs/cdn-assets/highlight.min.js", kept / "highlight.min.js")
    for name in ("tomorrow", "tomorrow-night-blue"):
        _copy(PACKAGES / "highlightjs-themes" / f"{name}.css", kept / f"{name}.min.css")
    source = folder.with_name(folder.name + "-source")
    (source / "docs").mkdir(parents=True)
    (source / "theme").mkdir()
    (source / "docs/index.md").write_text(f'```pyodide install="{address}{KEPT}/{WHEEL}" version="314.0.7"\n{CALL}print(answer)\n```\n', encoding="utf-8")
    (source / "theme/main.html").write_text(
        """<!doctype html><meta charset="utf-8"><title>markdown-exec</title>
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path | url }}">{% endfor %}
<body data-md-color-scheme="default">{{ page.content }}
{% for script in config.extra_javascript %}<script src="{{ script | url }}"></script>{% endfor %}</body>""",
        encoding="utf-8",
    )
    settings = {"site_name": "peer", "theme": {"name": None, "custom_dir": "theme"}, "markdown_extensions": ["pymdownx.superfences"]}
    settings |= {"plugins": ["markdown-exec"], "site_dir": str(source / "site")}
    (source / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    subprocess.run([INSTALLED / "venv/bin/mkdocs", "build", "--quiet", "--config-file", source / "mkdocs.yml"], check=True)
    shutil.copytree(source / "site", folder, dirs_exist_ok=True)
    page = folder / "index.html"
    text = re.sub(r'https://cdn[^"]*/pyodide\.js', f"{KEPT}/pyodide/pyodide.js", page.read_text(encoding="utf-8"))
    page.write_text(re.sub(r'https://cdn[^"]*/([^/"]+)', rf"{KEPT}/\1", text), encoding="utf-8")


PEERS: dict[str, Callable[[Path, str, Path], None]] = {"PyScript 0.7.31": pyscript, "markdown-exec 1.12.6": markdown_exec}


def with_pyodide(folder: Path) -> None:
    """Pyodide's own files, and micropip, which its npm package leaves to a CDN."""
    runtime = folder / KEPT / "pyodide"
    shutil.copytree(PROJECT / "node_modules/pyodide", runtime, ignore=shutil.ignore_patterns("*.map", "*.html", "*.d.ts"))
    (wheel,) = INSTALLED.glob("micropip-*.whl")
    _copy(wheel, runtime / wheel.name)
    lock = json.loads((runtime / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"]["micropip"]["sha256"] = re.findall("sha256:([0-9a-f]+)", (Path(__file__).parent / "micropip.txt").read_text())[0]
    (runtime / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def _ours(library: Path) -> tuple[tuple[str, bytes], ...]:
    """The same precompiled rules that the calculators' own pages get, and the catalogues of one language."""
    words = ((f"locales/en/{path.name}", path.read_bytes()) for path in sorted((PROJECT / "locales/en").glob("*.po")))
    with zipfile.ZipFile(library) as whole:
        return (*((name, whole.read(name)) for name in whole.namelist() if name.startswith("calculators/")), *words)


def _wheel_notes() -> Iterable[tuple[str, bytes]]:
    notes = WHEEL.removesuffix("-py3-none-any.whl") + ".dist-info"
    yield f"{notes}/METADATA", b"Metadata-Version: 2.1\nName: clausebook\nVersion: 1.0\n"
    yield f"{notes}/WHEEL", b"Wheel-Version: 1.0\nGenerator: benchmark\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    yield f"{notes}/RECORD", b""


def _zip(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files:
            made.writestr(name, content)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
