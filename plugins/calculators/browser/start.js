// In the head of a calculator's page: the runtime loads as soon as nothing is on its way that the first paint waits for.
import { runtime } from "./runtime.js";

const styles = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=stylesheet]"));
if (styles && !styles.sheet) for (const end of ["load", "error"]) styles.addEventListener(end, () => runtime.start(), { once: true });
else runtime.start();
