// @ts-check
/** Light or dark: what the reader chooses is kept; without a choice the page follows their system. */

const options = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-palette] input")])

/** The way from these colours to the others. @param {HTMLInputElement} shown */
function offer(shown) {
  for (const option of options) {
    option.checked = option === shown
    option.nextElementSibling?.toggleAttribute("hidden", option !== shown)
  }
}

/** @param {HTMLInputElement} option */
function paint(option) {
  document.body.dataset.mdColorScheme = option.dataset.mdColorScheme
  const { backgroundColor, colorScheme } = getComputedStyle(/** @type {Element} */ (document.querySelector(".md-header")))
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", backgroundColor)
  document.querySelector("meta[name=color-scheme]")?.setAttribute("content", colorScheme)
  offer(option)
}

/** @param {HTMLInputElement} option */
function choose(option) {
  paint(option)
  __md_set("__palette", { color: { scheme: option.dataset.mdColorScheme } })
}

for (const [at, option] of options.entries()) {
  option.addEventListener("change", () => choose(option))
  option.addEventListener("keydown", event => {
    if (event.key !== "Enter") return
    const next = options[(at + 1) % options.length]
    choose(next)
    next.focus()
  })
  matchMedia(option.dataset.mdColorMedia ?? "").addEventListener("change", ({ matches }) => {
    if (matches && !__md_get("__palette")) paint(option)
  })
}
offer(options.find(option => option.dataset.mdColorScheme === document.body.dataset.mdColorScheme) ?? options[0])
