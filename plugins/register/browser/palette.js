// @ts-check
// Light or dark as the reader chose it on the site, where the theme keeps it; without a choice, as the system says. Runs before the page is drawn.
(() => {
  const root = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(`${root}.__palette`) ?? "null");
  } catch {} // storage is forbidden, or holds something else
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.mdColorScheme = kept?.color?.scheme ?? (dark ? "slate" : "default");
})();
