// Loaded on every page: brings the calculators to life, and starts their runtime when a reader turns to one.
import { ClauseCalculator } from "./element.js";
import { runtime } from "./runtime.js";

customElements.define("clause-calculator", ClauseCalculator);

/** @param {Event} event */
function early(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  const sparing = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData;
  if (!sparing && /\/calculators\/\w/.test(link.pathname)) runtime.start();
}
for (const kind of ["pointerover", "focusin", "touchstart"]) document.addEventListener(kind, early, { passive: true });
