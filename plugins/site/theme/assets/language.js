// @ts-check
/** Another language of the same page opens at the same clause. */

/** @param {string} language */
const counterpart = language =>
  /** @type {HTMLLinkElement | null} */ (document.head.querySelector(`link[rel~=alternate][hreflang="${language}"]`))

// Instant navigation renews the head and leaves the menu as it was.
document$.subscribe(() => {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a[hreflang]")))
    link.href = counterpart(link.hreflang)?.href ?? link.href
})

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest(".languages a[hreflang]") : null
  if (link instanceof HTMLAnchorElement) link.hash = location.hash
}, true)

// The list opens by hover and focus alone; the button serves touch and says whether it is open.
const menu = document.querySelector(".languages")
const button = menu?.querySelector("button")
/** @param {boolean} open */
const show = open => {
  menu?.classList.toggle("languages--open", open)
  button?.setAttribute("aria-expanded", String(open))
}
button?.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"))
menu?.addEventListener("keydown", event => {
  if (event instanceof KeyboardEvent && event.key === "Escape") {
    show(false)
    button?.focus()
  }
})
document.addEventListener("click", event => {
  if (event.target instanceof Node && !menu?.contains(event.target)) show(false)
})
