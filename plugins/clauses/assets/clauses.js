// @ts-check
/** A clause's citation and its lasting address are copied by buttons that its panel gets when it is first opened. */

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
  const line = event.target instanceof HTMLDetailsElement && event.target.matches(".clause-panel[open]") && event.target.querySelector(".clause-cite")
  const link = line && line.querySelector("a")
  if (!line || !link || !navigator.clipboard || line.querySelector("button")) return
  offer(line, words().copy, () => `${line.firstElementChild?.textContent} ${link.href}`)
  offer(line, words().copyAddress, () => link.href)
}, true)
