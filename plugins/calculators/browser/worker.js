// Runs the rules: Pyodide in a worker, one message in, one reply out, both JSON text. It knows no rule and no word.
// One file without imports, so that it begins at once; where the runtime lies comes with the first message.

/**
 * @typedef {{ pyodide: string, library: string, info: object, whole: boolean }} Runtime
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

/** Compiles while the rest is on its way; Pyodide by itself asks for it last. @param {string} url */
function compile(url) {
  const compiled = WebAssembly.compileStreaming(fetch(url));
  compiled.catch((error) => fail("load", error));
  WebAssembly.instantiateStreaming = async (asked, imports) => {
    (await asked).body?.cancel();
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/** @param {Runtime} runtime @returns {Promise<Respond | undefined>} */
async function start({ pyodide: folder, library, info, whole }) {
  if (!webAssemblyWorks()) {
    fail("wasm", "WebAssembly is not allowed here");
    return undefined;
  }
  let pyodide;
  try {
    import(`${folder}pyodide.asm.mjs`).catch(() => undefined); // already under way when loadPyodide asks for it
    compile(`${folder}pyodide.asm.wasm`);
    const ours = whole ? await bytes(library) : undefined;
    const { loadPyodide } = await import(`${folder}pyodide.mjs`);
    pyodide = await loadPyodide({
      indexURL: folder,
      stdLibURL: whole ? `${folder}python_stdlib.zip` : library,
      lockFileContents: { info, packages: {} },
    });
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
    fail(/ImportError|ModuleNotFoundError/.test(String(error)) ? "library" : "rules", error, asked.id);
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
