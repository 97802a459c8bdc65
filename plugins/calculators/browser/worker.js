// Runs the rules: Pyodide in a worker, one message in, one reply out, both JSON text. It knows no rule and no word.
// One file without imports, so that it begins at once; where the runtime lies comes with the first message.

/**
 * @typedef {{ pyodide: string, info: object, library?: string }} Runtime with the whole library, to which ours is added, or else the small one
 * @typedef {"wasm" | "load" | "library" | "rules"} Reason why there is no answer
 * @typedef {{ id: number, page: string, message: string }} Question `page` is the address of the language's words and links
 * @typedef {(message: string, page: string) => string} Respond
 */

/** Stock Pyodide never settles where WebAssembly is forbidden or too old, so try a module that catches an exception first. */
function webAssemblyWorks() {
  try {
    const catches = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11);
    return new WebAssembly.Module(catches) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** @param {Reason} reason @param {unknown} error @param {number} [id] */
function fail(reason, error, id) {
  postMessage({ kind: "failed", reason, detail: String(error instanceof Error ? error.message : error), id });
}

/** @param {string} url */
async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * A kept memory as `runtime/memory.mjs` writes it: the difference to the first memory of the module.
 * @param {Uint32Array} words
 */
function memory(words) {
  const head = words[0] / 4;
  const snapshot = new Uint32Array(head + words[1] / 4);
  snapshot.set(words.subarray(2, 2 + head));
  /** @param {WebAssembly.Memory} first */
  const complete = ({ buffer }) => {
    snapshot.set(new Uint32Array(buffer, 0, words[1] / 4), head);
    const runs = words[2 + head];
    const table = words.subarray(3 + head, 3 + head + 2 * runs);
    for (let run = 0, from = 3 + head + 2 * runs, to = head; run < runs; run += 1) {
      const length = table[2 * run + 1];
      to += table[2 * run];
      snapshot.set(words.subarray(from, from + length), to);
      from += length;
      to += length;
    }
  };
  return { snapshot: new Uint8Array(snapshot.buffer), complete };
}

/** Milliseconds: with all at hand it takes less than one second. An error just here is one that Pyodide keeps for itself. */
const BEGINS = 10_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let stuck;

/**
 * Compiles the module while the rest is on its way; Pyodide by itself asks for it last.
 * @param {string} url @param {Promise<ReturnType<typeof memory>> | undefined} kept
 */
function compile(url, kept) {
  const compiled = WebAssembly.compileStreaming(fetch(url));
  compiled.catch((error) => fail("load", error));
  WebAssembly.instantiateStreaming = async (asked, imports) => {
    (await asked).body?.cancel();
    const module = await compiled;
    const instance = await WebAssembly.instantiate(module, imports);
    if (kept) {
      (await kept).complete(/** @type {WebAssembly.Memory} */ (instance.exports.memory));
      stuck = setTimeout(() => fail("load", "the small runtime does not begin"), BEGINS);
    }
    return { module, instance };
  };
}

/** What is missing from the small runtime shows as an error, whichever: the whole one then says whether it is one. */
let small = true;

/** @param {Runtime} runtime @returns {Promise<Respond | undefined>} */
async function start({ pyodide: folder, info, library }) {
  if (!webAssemblyWorks()) {
    fail("wasm", "WebAssembly is not allowed here");
    return undefined;
  }
  small = !library;
  let pyodide;
  try {
    import(`${folder}pyodide.asm.mjs`).catch(() => undefined); // already under way when loadPyodide asks for it
    const kept = library ? undefined : bytes(`${folder}memory.bin`).then(({ buffer }) => memory(new Uint32Array(buffer)));
    kept?.catch(() => undefined); // loadPyodide tells of it
    compile(`${folder}pyodide.asm.wasm`, kept);
    const ours = library ? await bytes(library) : undefined;
    const { loadPyodide } = await import(`${folder}pyodide.mjs`);
    pyodide = await loadPyodide({
      indexURL: folder,
      stdLibURL: `${folder}${small ? "empty" : "python_stdlib"}.zip`,
      lockFileContents: { info, packages: {} },
      _loadSnapshot: kept?.then(({ snapshot }) => snapshot),
    });
    clearTimeout(stuck);
    if (ours) {
      pyodide.FS.writeFile("/calculators.zip", ours);
      pyodide.runPython('import sys; sys.path.append("/calculators.zip")');
    }
  } catch (error) {
    fail("load", error);
    return undefined;
  }
  try {
    const { respond } = pyodide.pyimport("plugins.calculators.respond");
    postMessage({ kind: "ready" });
    return respond;
  } catch (error) {
    fail("library", error);
    return undefined;
  }
}

/** @type {Map<string, Promise<string>>} */
const pages = new Map();

/** @param {string} url */
function page(url) {
  let text = pages.get(url);
  if (!text) {
    text = bytes(url).then((content) => new TextDecoder().decode(content));
    text.catch(() => pages.delete(url));
    pages.set(url, text);
  }
  return text;
}

/** @type {Promise<Respond | undefined> | undefined} */
let started;
/** @type {Question | undefined} */
let latest;

async function answerLatest() {
  const respond = await started;
  const asked = latest;
  if (!respond || !asked) return;
  latest = undefined;
  let words;
  try {
    words = await page(asked.page);
  } catch (error) {
    fail("load", error, asked.id);
    return;
  }
  try {
    postMessage({ kind: "reply", id: asked.id, text: respond(asked.message, words) });
  } catch (error) {
    fail(small ? "library" : "rules", error, asked.id);
  }
}

addEventListener("message", (/** @type {MessageEvent<Runtime | Question>} */ { data }) => {
  if ("pyodide" in data) {
    started = start(data);
    return;
  }
  postMessage({ kind: "received", id: data.id });
  page(data.page).catch(() => undefined); // under way while Python starts
  latest = data; // a newer question makes an older one void
  setTimeout(answerLatest);
});
