// @ts-check
/** What is folded opens for a link that leads into it, and for paper: there all but the clauses' panels. */

function lead() {
  const target = document.getElementById(location.hash.slice(1))
  const folds = [...document.querySelectorAll("details:not([open])")].filter(fold => fold !== target && fold.contains(target))
  for (const fold of folds) fold.setAttribute("open", "")
  if (folds.length) target?.scrollIntoView()
}

/** @type {Element[]} */
let folded = []

document$.subscribe(lead)
addEventListener("hashchange", lead)
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("article details:not([open], .clause-panel)")]
  for (const fold of folded) fold.setAttribute("open", "")
})
addEventListener("afterprint", () => {
  for (const fold of folded) fold.removeAttribute("open")
})

export {}
