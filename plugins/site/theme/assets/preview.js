// @ts-check
/** A link to a clause shows the clause, to whoever rests on the link by pointer or by keyboard; Escape takes it away.
 * The theme's own previews read its list of pages once more for each link of a page that opens. */

const REST = 250 // milliseconds on the link, and for the way from it to what it shows
const LEFT_OUT = ".clause-panel, .clause-mark, .headerlink, dl.term > div:has(.term-uses)"
const HEADING = "h1, h2, h3, h4, h5, h6"

/** @type {Map<string, Promise<Document>>} */
const pages = new Map()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting
/** @type {HTMLAnchorElement | undefined} */
let wanted
/** @type {HTMLElement | undefined} */
let shown

/** @param {EventTarget | null} target */
function turn(target) {
  const link = target instanceof Element ? target.closest("a[data-preview]") : null
  clearTimeout(resting)
  if (link instanceof HTMLAnchorElement && link !== wanted) resting = setTimeout(show, REST, link)
  else if (wanted && !link && !(target instanceof Node && shown?.contains(target))) resting = setTimeout(hide, REST)
}

function hide() {
  clearTimeout(resting)
  shown?.remove()
  shown = wanted = undefined
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  hide()
  wanted = link
  const parts = await clause(new URL(link.href)).catch(() => [])
  if (wanted !== link || !link.isConnected || !parts.length) return
  shown = document.createElement("div")
  shown.className = "md-tooltip2"
  shown.setAttribute("role", "dialog")
  shown.setAttribute("aria-label", link.textContent ?? "")
  const inside = document.createElement("div")
  inside.className = "md-tooltip2__inner md-typeset"
  inside.append(...parts)
  shown.append(inside)
  document.body.append(shown)
  place(shown, link.getBoundingClientRect())
}

/**
 * Above the link or below it, where there is more room. The theme's style sheet does the rest.
 * @param {HTMLElement} box
 * @param {DOMRect} link
 */
function place(box, link) {
  const above = link.y >= innerHeight / 2
  const places = { "host-x": link.x + scrollX, "host-y": link.y + scrollY, x: link.width / 2, y: above ? -16 - box.offsetHeight : 16 + link.height }
  for (const [name, pixels] of Object.entries(places)) box.style.setProperty(`--md-tooltip-${name}`, `${pixels}px`)
  box.classList.add(above ? "md-tooltip2--top" : "md-tooltip2--bottom")
  requestAnimationFrame(() => box.classList.add("md-tooltip2--active"))
}

/**
 * What stands at an address: a clause, or a heading with what follows it up to the next one.
 * @param {URL} url
 */
async function clause(url) {
  const { hash } = url
  url.hash = url.search = ""
  const page = url.pathname === location.pathname ? document : await fetched(url.href)
  const start = page.querySelector(hash ? `article [id="${CSS.escape(hash.slice(1))}"]` : "article h1")
  /** @type {Element[]} */
  const found = []
  for (let part = start; part; part = start?.matches(HEADING) ? part.nextElementSibling : null) {
    if (part !== start && part.matches(HEADING)) break
    if (!part.matches(LEFT_OUT)) found.push(copy(part, url.href))
  }
  return found
}

/** @param {string} address */
function fetched(address) {
  const page = pages.get(address) ?? fetch(address).then(async answer => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return new DOMParser().parseFromString(await answer.text(), "text/html")
  })
  pages.set(address, page)
  page.catch(() => pages.delete(address))
  return page
}

/**
 * The words alone, with links that lead where they led there, and without names that the page may have already.
 * @param {Element} element
 * @param {string} address
 */
function copy(element, address) {
  const inside = element.matches(HEADING) ? "h3" : element.matches("li") ? "div" : undefined
  const made = inside ? document.createElement(inside) : /** @type {Element} */ (document.importNode(element, true))
  if (inside) made.append(...document.importNode(element, true).childNodes)
  for (const one of made.querySelectorAll(LEFT_OUT)) one.remove()
  for (const one of [made, ...made.querySelectorAll("*")]) {
    for (const name of ["id", "name", "data-preview"]) one.removeAttribute(name)
    const link = one.getAttribute("href")
    if (link) one.setAttribute("href", new URL(link, address).href)
  }
  return made
}

document.addEventListener("pointerover", event => { if (event.pointerType !== "touch") turn(event.target) })
document.addEventListener("focusin", event => turn(event.target))
document.addEventListener("click", hide)
document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
document$.subscribe(hide)

export {}
