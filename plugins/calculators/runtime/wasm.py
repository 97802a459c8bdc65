"""Cuts functions out of a WebAssembly module, and has a module tell which of its functions were called.

Only sections, the bodies of functions and two counts are looked at, so nothing else of the module changes and functions keep
their numbers. Numbers here count the module's own functions, without the imported ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

_HEADER = b"\0asm\1\0\0\0"
_IMPORTS, _GLOBALS, _EXPORTS, _CODE = 2, 6, 7, 10
_FUNCTION, _TABLE, _MEMORY, _GLOBAL, _TAG = range(5)
_TRAP = b"\0\0\x0b"
"""The body of a function that was cut: no locals, `unreachable`, `end`."""
_ZERO = b"\x7f\1\x41\0\x0b"
"""A global: i32, mutable, `i32.const 0`, `end`."""


def cut(module: bytes, kept: Collection[int]) -> bytes:
    """The module with only these functions; the call of another one traps."""
    return _joined(
        (kind, _code(body if number in kept else _TRAP for number, body in enumerate(_bodies(content))) if kind == _CODE else content)
        for kind, content in sections(module)
    )


def telling(module: bytes) -> bytes:
    """The module with an exported global `~N` for each function N: 1 once it was called."""
    parts = dict(sections(module))
    bodies = list(_bodies(parts[_CODE]))
    globals_, at = _read(parts[_GLOBALS], 0)
    first = _imported(parts[_IMPORTS]) + globals_
    parts[_GLOBALS] = _number(globals_ + len(bodies)) + parts[_GLOBALS][at:] + _ZERO * len(bodies)
    exports, at = _read(parts[_EXPORTS], 0)
    names = (b"~%d" % number for number in range(len(bodies)))
    added = (_number(len(name)) + name + bytes([_GLOBAL]) + _number(first + number) for number, name in enumerate(names))
    parts[_EXPORTS] = _number(exports + len(bodies)) + parts[_EXPORTS][at:] + b"".join(added)
    parts[_CODE] = _code(_marked(body, first + number) for number, body in enumerate(bodies))
    return _joined(parts.items())


def functions(module: bytes) -> int:
    """How many functions the module has of its own."""
    return _read(dict(sections(module))[_CODE], 0)[0]


def sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """Each section's kind and content; ValueError for what is no module."""
    if not module.startswith(_HEADER):
        raise ValueError(f"no WebAssembly module: it begins with {module[:8]!r}, not with {_HEADER!r}")
    at = len(_HEADER)
    while at < len(module):
        size, start = _read(module, at + 1)
        yield module[at], module[start : start + size]
        at = start + size


def _bodies(code: bytes) -> Iterator[bytes]:
    count, at = _read(code, 0)
    for _ in range(count):
        size, at = _read(code, at)
        yield code[at : at + size]
        at += size


def _code(bodies: Iterable[bytes]) -> bytes:
    written = [_number(len(body)) + body for body in bodies]
    return _number(len(written)) + b"".join(written)


def _marked(body: bytes, told: int) -> bytes:
    """The body that first sets its global to 1: `i32.const 1`, `global.set`, behind the declarations of locals."""
    kinds, at = _read(body, 0)
    for _ in range(kinds):
        at = _read(body, at)[1] + 1
    return body[:at] + b"\x41\1\x24" + _number(told) + body[at:]


def _imported(imports: bytes) -> int:
    """How many globals are imported."""
    count, at = _read(imports, 0)
    found = 0
    for _ in range(count):
        for _ in ("module", "name"):
            size, at = _read(imports, at)
            at += size
        kind, at = imports[at], at + 1
        if kind == _GLOBAL:
            found, at = found + 1, at + 2
        elif kind in (_TABLE, _MEMORY):
            flags, at = imports[at + (kind == _TABLE)], at + 1 + (kind == _TABLE)
            for _ in range(1 + (flags & 1)):
                at = _read(imports, at)[1]
        else:
            at = _read(imports, at + (kind == _TAG))[1]
    return found


def _joined(parts: Iterable[tuple[int, bytes]]) -> bytes:
    return _HEADER + b"".join(bytes([kind]) + _number(len(content)) + content for kind, content in parts)


def _read(content: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number, and where the next thing begins."""
    number = shift = 0
    while content[at] & 128:
        number |= (content[at] & 127) << shift
        at, shift = at + 1, shift + 7
    return number | content[at] << shift, at + 1


def _number(number: int) -> bytes:
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes([*written, number])
