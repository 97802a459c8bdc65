// @ts-check
/** What a clause's panel holds becomes part of the page when it is first opened, for a page has up to a hundred of them;
 * then it gets buttons that copy the clause's citation and its lasting address. */

/**
 * Where scripts run, what stands in noscript is text; in a page that instant navigation brought, it is elements.
 * @param {Element} panel
 */
function unfold(panel) {
  const kept = panel.querySelector("noscript")
  if (kept?.childElementCount) kept.replaceWith(...kept.childNodes)
  else if (kept) kept.outerHTML = kept.textContent ?? ""
}

/**
 * @param {Element} line
 * @param {string | undefined} label
 * @param {() => string} text
 */
function offer(line, label, text) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "clause-copy"
  button.textContent = label ?? ""
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text())
    alert$.next(words().copied ?? "")
  })
  line.append(" ", button)
}

/** What the build wrote for the buttons, in the page's language. */
const words = () => /** @type {HTMLElement | null} */ (document.querySelector(".document-status"))?.dataset ?? {}

document.addEventListener("toggle", event => {
  if (!(event.target instanceof HTMLDetailsElement) || !event.target.matches(".clause-panel[open]")) return
  unfold(event.target)
  const line = event.target.querySelector(".clause-cite")
  const link = line?.querySelector("a")
  if (!line || !link || !navigator.clipboard || line.querySelector("button")) return
  offer(line, words().copy, () => `${line.firstElementChild?.textContent} ${link.href}`)
  offer(line, words().copyAddress, () => link.href)
}, true)
