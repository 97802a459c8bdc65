// What the calculators' worker would be with stock Pyodide: the whole library as it comes, our files beside it.
import { LIBRARY, PYODIDE } from "./paths.js";

const started = (async () => {
  const { loadPyodide } = await import(`${PYODIDE}pyodide.mjs`);
  const [pyodide, ours] = await Promise.all([loadPyodide(), fetch(LIBRARY.replace(/library[^/]*$/, "ours.zip")).then((response) => response.arrayBuffer())]);
  pyodide.FS.writeFile("/ours.zip", new Uint8Array(ours));
  pyodide.runPython('import sys; sys.path.append("/ours.zip")');
  postMessage({ kind: "ready" });
  return pyodide.pyimport("plugins.calculators.respond").respond;
})();

addEventListener("message", async ({ data }) => {
  const [respond, page] = await Promise.all([started, fetch(data.page).then((response) => response.text())]);
  postMessage({ kind: "reply", id: data.id, text: respond(data.message, page) });
});
