// Where the runtime lies. The build writes this module anew with the names of the files that it made.

const here = new URL("./", import.meta.url);

/** Pyodide as it comes from npm. */
export const PYODIDE = new URL("../pyodide/", here).href;

/** The part of Python's library that the calculators need, and the calculators. */
export const LIBRARY = new URL("../library.zip", here).href;

/** The small runtime: Python's memory, and the WebAssembly that it needs. */
export const SMALL = new URL("../python/", here).href;

/** All that a start fetches. */
export const FILES = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "memory.bin", "empty.zip"].map((name) => SMALL + name);

/** The `info` of Pyodide's own lock file: it must match the runtime. */
export const INFO = { abi_version: "", arch: "", platform: "", python: "" };
