// @ts-check
/**
 * Search: Pagefind's own dialog, fetched when someone first asks for it.
 * `/`, `s` and Ctrl+K (⌘K) open it, arrows move, Enter follows, Escape closes.
 */

const base = new URL("../../", import.meta.url)
const words = /** @type {HTMLElement} */ (document.querySelector(".search-button")).dataset

/** @type {Promise<{ open(): void, close(): void, isOpen: boolean }> | undefined} */
let dialog

/** Pagefind's dialog in the page, with its words and below the site's own folder. */
async function build() {
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = new URL("pagefind/pagefind-component-ui.css", base).href
  const styled = new Promise((resolve, reject) => { style.onload = resolve; style.onerror = reject })
  document.head.prepend(style)
  await Promise.all([styled, import(new URL("pagefind/pagefind-component-ui.js", base).href)])
  const { configureInstance, getInstanceManager } = /** @type {any} */ (globalThis).PagefindComponents
  configureInstance("default", { bundlePath: new URL("assets/search/", base).href, baseUrl: base.pathname })
  getInstanceManager().getInstance("default").setTranslations({
    placeholder: words.placeholder,
    search_label: words.label,
    keyboard_search: words.label,
  })
  const host = document.createElement("div")
  host.innerHTML = `
    <pagefind-modal>
      <pagefind-modal-header><pagefind-input debounce="120"></pagefind-input></pagefind-modal-header>
      <pagefind-modal-body><pagefind-summary></pagefind-summary><pagefind-results max-sub-results="5"></pagefind-results></pagefind-modal-body>
      <pagefind-modal-footer><pagefind-keyboard-hints></pagefind-keyboard-hints></pagefind-modal-footer>
    </pagefind-modal>`
  host.querySelector("pagefind-summary")?.setAttribute("default-message", words.start ?? "")
  document.body.append(host)
  const modal = /** @type {any} */ (host.querySelector("pagefind-modal"))
  host.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("a")) modal.close()
  })
  return modal
}

async function open() {
  try {
    (await (dialog ??= build())).open()
  } catch (error) {
    dialog = undefined
    console.warn(error)
    alert$.next(words.unavailable ?? String(error))
  }
}

// The theme listens on the window for its own keys (p, n): what we take must not reach it.
document.addEventListener("keydown", event => {
  const typing = event.target instanceof Element && event.target.closest("input:not(.md-toggle, .md-option), textarea, select, [contenteditable]")
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const asked = plain ? !typing && ["/", "s"].includes(event.key) : (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k"
  if (asked && !document.querySelector("dialog[open]")) {
    event.preventDefault()
    open()
  }
})

document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("[data-search]")) open()
})

document$.subscribe(() => {
  for (const button of document.querySelectorAll("[data-search]")) button.removeAttribute("hidden")
})
