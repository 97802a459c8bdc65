// The memory of a Python that has started, imported and answered: the browser begins with it instead of starting one.
// What is written is the difference to the memory of the WebAssembly module just instantiated, in words of four bytes:
//   bytes of the head, bytes of the memory, the head (Pyodide's own), number of runs, for each run the words that are the
//   same before it and the words that differ, and the words that differ.
import nodeCrypto from "node:crypto";

const NEAR = 4; // words that are the same between two runs, at most, for these to become one

/** @type {Uint32Array | undefined} */
let first;

/** From now on the first memory of the next module is kept, and nothing is left to chance: the same code leaves the same memory. */
export function watch() {
  nodeCrypto.randomFillSync = (/** @type {any} */ view) => view.fill(0);
  performance.now = () => 0;
  Date.now = () => 0;
  const plain = WebAssembly.instantiate;
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ source, /** @type {any} */ imports) => {
    const made = /** @type {any} */ (await plain(source, imports));
    const { memory } = (made.instance ?? made).exports;
    if (memory) first ??= new Uint32Array(memory.buffer.slice());
    return made;
  });
}

/** @param {Uint8Array} snapshot as Pyodide makes it: its head, and the whole memory */
export function difference(snapshot) {
  if (!first) throw new Error("watch() was not called before the runtime was loaded");
  const size = new Uint32Array(snapshot.buffer, 0, 2)[1];
  const words = new Uint32Array(snapshot.slice(size).buffer);
  /** @type {[number, number][]} */
  const runs = [];
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === (first[word] ?? 0)) continue;
    const last = runs.at(-1);
    if (last && word - last[1] <= NEAR) last[1] = word + 1;
    else runs.push([word, word + 1]);
  }
  const table = runs.flatMap(([from, to], number) => [from - (runs[number - 1]?.[1] ?? 0), to - from]);
  const changed = runs.map(([from, to]) => words.subarray(from, to));
  const head = new Uint32Array(snapshot.slice(0, size).buffer);
  const parts = [[size, words.byteLength], head, [runs.length], table, ...changed];
  return Buffer.concat(parts.map((part) => Buffer.from(Uint32Array.from(part).buffer)));
}
