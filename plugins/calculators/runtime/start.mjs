// Starts Pyodide under Node for the build and for the tests: one job as JSON on standard input, one answer on standard output.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { difference, watch } from "./memory.mjs";

/**
 * @typedef {object} Job
 * @property {string} project where node_modules/pyodide lies
 * @property {string} [library] the standard library to start with; the whole one without it
 * @property {Record<string, string>} folders folders of this machine, by the path they are mounted at
 * @property {string} code Python that leaves a text as its last value
 * @property {unknown} input what the code finds as `input`, JSON text
 * @property {string} [memory] the file that gets the memory as the code leaves it
 */

process.argv[1] = "./this.program"; // Python keeps the program's path: no machine's own

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const job = /** @type {Job} */ (JSON.parse(Buffer.concat(chunks).toString()));

const lock = createRequire(job.project + "/package.json").resolve("pyodide/pyodide-lock.json");
const { loadPyodide } = await import(pathToFileURL(dirname(lock) + "/pyodide.mjs").href);
const { info } = createRequire(import.meta.url)(lock);

process.on("uncaughtException", (error) => {
  console.error(error.message); // without the line of minified code that Node would print
  process.exit(1);
});
if (job.memory) watch();
const pyodide = await loadPyodide({
  _makeSnapshot: Boolean(job.memory),
  stdLibURL: job.library,
  lockFileContents: { info, packages: {} },
  env: { LANG: "C.UTF-8", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
  stdout: (/** @type {string} */ line) => console.error(line),
});
for (const [path, folder] of Object.entries(job.folders)) {
  pyodide.FS.mkdirTree(path);
  pyodide.mountNodeFS(path, folder);
}
pyodide.globals.set("input", JSON.stringify(job.input ?? null));
process.stdout.write(pyodide.runPython(job.code));
if (job.memory) writeFileSync(job.memory, difference(pyodide.makeMemorySnapshot()));
