// @ts-check
/** A link or a way back to another page lands where it should, also when the page scrolls while the other one loads:
 * the theme would write the clause in view into the address already changed, and forget the place with it. */

/** @type {{ url: URL, place: { x: number, y: number } | null } | undefined} */
let wanted

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  const leads = link instanceof HTMLAnchorElement && link.pathname !== location.pathname
  wanted = leads ? { url: new URL(link.href), place: null } : undefined
}, true)
addEventListener("popstate", () => {
  wanted = { url: new URL(location.href), place: history.state && "y" in history.state ? history.state : null }
})

document$.subscribe(() => requestAnimationFrame(() => {
  if (wanted?.url.pathname === location.pathname) {
    const { url, place } = wanted
    if (location.hash !== url.hash) history.replaceState(place, "", url)
    if (place) scrollTo(place.x, place.y)
    else if (url.hash) location.replace(url)
  }
  wanted = undefined
}))
