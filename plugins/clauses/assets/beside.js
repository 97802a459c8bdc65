// @ts-check
/** A document's page in two or three languages, row by clause. Which ones stands in the address and holds for the visit. */

const KEPT = "beside"
const MOST = 2 // beside the page's own language
const BETWEEN = ".document-status, .beside" // stands alone between the rows
const LEFT_OUT = ".clause-panel, .clause-mark, .headerlink" // of the other languages

/** @typedef {{ key: string, nodes: Node[] }} Row */
/** @typedef {{ language: string, address: string, rows: Map<string, Row> }} Text */

/** @type {Map<string, Promise<Text>>} */
const texts = new Map()

document$.subscribe(() => {
  const control = document.querySelector(".beside")
  if (!(control instanceof HTMLFieldSetElement)) return
  const asked = new URL(location.href).searchParams.get("with") ?? sessionStorage.getItem(KEPT) ?? ""
  const boxes = [...control.querySelectorAll("input")]
  for (const box of boxes.filter(box => asked.split(",").includes(box.value)).slice(0, MOST)) box.checked = true
  control.hidden = false
  control.addEventListener("change", () => show(control, boxes))
  if (boxes.some(box => box.checked)) show(control, boxes).then(() => target()?.scrollIntoView())
})

const target = () => location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null

/**
 * @param {HTMLFieldSetElement} control
 * @param {HTMLInputElement[]} boxes
 */
async function show(control, boxes) {
  const article = control.closest("article")
  const chosen = boxes.filter(box => box.checked)
  for (const box of boxes) box.disabled = !box.checked && chosen.length >= MOST
  keep(chosen.map(box => box.value))
  const address = location.pathname
  try {
    const others = await Promise.all(chosen.map(box => text(box.value)))
    if (!article || location.pathname !== address || chosen.length !== boxes.filter(box => box.checked).length) return
    restore(article)
    if (others.length) arrange(article, others)
  } catch (error) {
    console.warn(error)
    alert$.next(control.dataset.failed ?? "")
  }
}

/** @param {string[]} languages */
function keep(languages) {
  const url = new URL(location.href)
  if (languages.length) url.searchParams.set("with", languages.join(","))
  else url.searchParams.delete("with")
  history.replaceState(history.state, "", url.href.replaceAll("%2C", ","))
  // With the page's own: in another of them, this one stands beside it.
  sessionStorage.setItem(KEPT, languages.length ? [document.documentElement.lang, ...languages].join(",") : "")
}

/** @param {string} language */
function text(language) {
  const link = /** @type {HTMLLinkElement | null} */ (document.head.querySelector(`link[rel~=alternate][hreflang="${language}"]`))
  const address = link?.href ?? ""
  const known = texts.get(address) ?? read(address, language)
  texts.set(address, known)
  known.catch(() => texts.delete(address))
  return known
}

/**
 * @param {string} address
 * @param {string} language
 * @returns {Promise<Text>}
 */
async function read(address, language) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const article = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article")
  if (!article) throw new Error(`${address}: no article`)
  for (const one of article.querySelectorAll(LEFT_OUT)) one.remove()
  const found = rows(article)
  for (const one of article.querySelectorAll("*")) detach(one, address)
  return { language, address, rows: new Map(found.map(row => [row.key, row])) }
}

/**
 * Nothing of the other language's page is twice in this one, and its links lead where they led there.
 * @param {Element} element
 * @param {string} address
 */
function detach(element, address) {
  for (const name of ["id", "data-preview"]) element.removeAttribute(name)
  for (const name of ["href", "src"]) {
    const link = element.getAttribute(name)
    if (link) element.setAttribute(name, new URL(link, address).href)
  }
}

/**
 * What is read together: a clause, or a heading, with what follows it.
 * @param {Element} article
 * @returns {Row[]}
 */
function rows(article) {
  /** @type {Row[]} */
  const found = []
  let headings = 0
  let open = false
  for (const node of [...article.childNodes]) {
    const element = node instanceof Element ? node : null
    const heading = element && /^H[1-6]$/.test(element.tagName)
    if (heading) headings += 1
    if (element?.matches(BETWEEN)) {
      open = false
    } else if (heading || element?.matches(".clause")) {
      found.push({ key: element?.id.startsWith("c-") ? element.id : `heading ${headings}`, nodes: [node] })
      open = true
    } else if (open) {
      found.at(-1)?.nodes.push(node)
    } else if (element) {
      found.push({ key: `after ${found.at(-1)?.key}`, nodes: [node] })
      open = true
    }
  }
  return found
}

/**
 * @param {HTMLElement} article
 * @param {Text[]} others
 */
function arrange(article, others) {
  for (const { key, nodes } of rows(article)) {
    const row = document.createElement("div")
    row.className = "beside-row"
    nodes[0].parentNode?.insertBefore(row, nodes[0])
    row.append(cell("", nodes))
    for (const other of others) {
      const copies = other.rows.get(key)?.nodes.map(node => document.importNode(node, true)) ?? []
      row.append(cell(other.language, copies))
    }
  }
  document.body.classList.add("beside-on")
}

/**
 * @param {string} language
 * @param {Node[]} nodes
 */
function cell(language, nodes) {
  const made = document.createElement("div")
  made.className = "beside-cell"
  if (language) made.lang = language
  made.append(...nodes)
  return made
}

/** @param {HTMLElement} article */
function restore(article) {
  document.body.classList.remove("beside-on")
  for (const row of article.querySelectorAll(":scope > .beside-row")) row.replaceWith(...(row.firstElementChild?.childNodes ?? []))
}

export {}
