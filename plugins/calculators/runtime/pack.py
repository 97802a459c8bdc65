"""Packs the library of the browser: runs inside Pyodide, whose own compiler writes the byte code.

The zip is stored, not deflated (the server compresses it better), and holds unchecked byte code, so that neither time
stamps nor sources are looked at: the same input gives the same bytes.
"""

from __future__ import annotations

import ast
import importlib.util
import marshal
import os
import sys
import types
import zipfile

LIBRARY = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"
EXTRA = {"traceback", "linecache", "textwrap", "codeop"}
"""What an error report imports only when there is an error."""
UNUSED = {"asyncio", "inspect", "zipfile"}
"""Imported by the start of the runtime or by this file, used by nothing that an answer needs: `replaced/unused.py` stands for them."""
_HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


def imported() -> list[str]:
    """The modules of the library that are imported now, and those that an error would import."""
    return sorted({name for name, module in sys.modules.items() if _origin(module).startswith(LIBRARY)} | EXTRA)


def _origin(module: object) -> str:
    return getattr(getattr(module, "__spec__", None), "origin", None) or ""


def _lean(code: types.CodeType) -> types.CodeType:
    constants = tuple(_lean(each) if isinstance(each, types.CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


def _compiled(source: bytes, path: str, *, library: bool) -> bytes:
    """Byte code without docstrings and the types of functions; that of the library also without line numbers and assertions.

    Our own errors need both. `start.mjs` lets the compiler leave out columns.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        _bare(node)
    code = compile(tree, path, "exec", dont_inherit=True, optimize=2 if library else 0)
    return _HEADER + marshal.dumps(_lean(code) if library else code)


def _bare(node: ast.AST) -> None:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        node.returns = None
    if isinstance(node, ast.arg):
        node.annotation = None
    if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False) is not None:
        node.body = node.body[1:] or [ast.Pass(lineno=node.body[0].lineno, col_offset=0, end_lineno=node.body[0].lineno, end_col_offset=0)]


def _replacements(folder: str) -> dict[str, bytes]:
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".py"):
                path = os.path.join(place, name)
                module = os.path.relpath(path, folder).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                with open(path, "rb") as file:
                    found[module] = file.read()
    unused = found.pop("unused")
    return {name: unused for name in UNUSED} | found


def library(modules: list[str], replaced: str) -> dict[str, bytes]:
    """The named modules of the standard library as byte code, with those of `replaced` in place of their originals."""
    replacements = _replacements(replaced)
    files = {}
    with zipfile.ZipFile(LIBRARY) as whole:
        known = set(whole.namelist())
        for module in (*modules, "sitecustomize"):
            if module.rpartition(".")[0] in UNUSED:
                continue
            base = module.replace(".", "/")
            path = f"{base}/__init__.py" if f"{base}/__init__.py" in known else f"{base}.py"
            if module not in replacements and path not in known:
                continue  # ours: packed by application()
            source = replacements[module] if module in replacements else whole.read(path)
            files[path + "c"] = _compiled(source, f"{LIBRARY}/{path}", library=True)
    return files


def application(root: str, sources: list[str]) -> dict[str, bytes]:
    """Our own files: Python as byte code, everything else as it is."""
    files = {}
    for name in sources:
        with open(os.path.join(root, name), "rb") as file:
            content = file.read()
        python = name.endswith(".py")
        files[name + "c" if python else name] = _compiled(content, f"{LIBRARY}/{name}", library=False) if python else content
    return files


def write(path: str, files: dict[str, bytes]) -> None:
    """A stored zip with no time, no owner and one order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
