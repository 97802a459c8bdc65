// @ts-check
/** A table that is wider or longer than its place can be scrolled by the keyboard, and says what it is. */

document$.subscribe(() => requestAnimationFrame(() => {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    frame.setAttribute("tabindex", "0")
    frame.setAttribute("role", "region")
    frame.setAttribute("aria-label", title(frame))
  }
}))

/**
 * The heading that the table stands under.
 * @param {Element} table
 */
function title(table) {
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")]
  const above = headings.filter(heading => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING)
  return above.at(-1)?.firstChild?.textContent?.trim() ?? document.title
}
