"""A module that is cut, and one that tells what was called, run in Node."""

import json
import subprocess

import pytest

from plugins.calculators.runtime import small, wasm
from plugins.calculators.runtime.node import node

# (module (import "m" "g" (global i32)) (func (export "seven") (local i64) i32.const 7) (func (export "eight") i32.const 8))
PARTS = (
    (1, b"\1\x60\0\1\x7f"),
    (2, b"\1\1m\1g\3\x7f\0"),
    (3, b"\2\0\0"),
    (6, b"\1\x7f\0\x41\5\x0b"),
    (7, b"\2\5seven\0\0\5eight\0\1"),
    (10, b"\2\6\1\1\x7e\x41\7\x0b\4\0\x41\x08\x0b"),
)
MODULE = b"\0asm\1\0\0\0" + b"".join(bytes([kind, len(content)]) + content for kind, content in PARTS)
CALL = """
const [bytes, ...names] = JSON.parse(process.argv[1]);
WebAssembly.instantiate(Uint8Array.from(bytes), { m: { g: 3 } }).then(({ instance: { exports } }) => {
  const called = names.map((name) => { try { return exports[name](); } catch (error) { return String(error); } });
  const told = Object.keys(exports).filter((name) => name.startsWith("~")).map((name) => exports[name].value);
  console.log(JSON.stringify([called, told]));
});
"""


def run(module: bytes, *names: str) -> list:
    return json.loads(subprocess.run([node(), "-e", CALL, json.dumps([list(module), *names])], capture_output=True, text=True, check=True).stdout)


def test_functions_are_counted():
    assert wasm.functions(MODULE) == 2


def test_a_function_that_was_cut_traps_and_the_others_stay():
    assert run(wasm.cut(MODULE, {0}), "seven", "eight") == [[7, "RuntimeError: unreachable"], []]
    assert wasm.cut(MODULE, {0, 1}) == MODULE


def test_a_module_tells_which_functions_were_called():
    assert run(wasm.telling(MODULE), "eight") == [[8], [0, 1]]
    assert run(wasm.telling(MODULE), "seven", "eight") == [[7, 8], [1, 1]]


def test_a_module_whose_calls_are_not_known_stays_whole():
    assert wasm.cut(MODULE, small.kept(MODULE)) == MODULE


def test_what_is_no_module_is_told():
    with pytest.raises(ValueError, match="no WebAssembly module"):
        wasm.functions(b"<!doctype html>")
