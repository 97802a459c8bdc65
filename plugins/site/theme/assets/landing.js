// @ts-check
/** A link to a clause of another page lands on the clause, also when the reader goes on scrolling while that page loads:
 * the theme would take the click for a way back and keep the place, or drop the clause from the address. */

/** @type {URL | undefined} */
let followed

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  followed = link instanceof HTMLAnchorElement && link.hash && link.pathname !== location.pathname ? new URL(link.href) : undefined
}, true)
addEventListener("popstate", () => { followed = undefined })

document$.subscribe(() => requestAnimationFrame(() => {
  if (followed?.pathname === location.pathname) location.replace(followed)
  followed = undefined
}))
