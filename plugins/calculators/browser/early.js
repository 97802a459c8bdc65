// On every page: brings a calculator to life when there is one, and starts their runtime when a reader turns to a link to one.
import { runtime } from "./runtime.js";

document$.subscribe(() => {
  if (document.querySelector("clause-calculator")) import("./calculator.js");
});

/** @param {Event} event */
function early(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  const sparing = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData;
  if (!sparing && /\/calculators\/\w/.test(link.pathname)) runtime.start();
}
for (const kind of ["pointerover", "focusin", "touchstart"]) document.addEventListener(kind, early, { passive: true });
