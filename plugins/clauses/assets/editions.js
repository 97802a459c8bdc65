// @ts-check
/** Which editions are in force on a day that the reader sets; the day stands in the address. */

document$.subscribe(() => {
  const field = document.querySelector("[data-day]")
  if (!(field instanceof HTMLInputElement)) return
  field.closest("[hidden]")?.removeAttribute("hidden")
  field.value = new URL(location.href).searchParams.get("day") ?? ""
  field.addEventListener("change", () => {
    const url = new URL(location.href)
    if (field.value) url.searchParams.set("day", field.value)
    else url.searchParams.delete("day")
    history.replaceState(history.state, "", url)
    show(field.value)
  })
  show(field.value)
})

/** @param {string} day as 2026-01-31, which sorts as text; "" shows all */
function show(day) {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-from]"))) {
    const { from = "", until = "" } = item.dataset
    item.hidden = day !== "" && (day < from || (until !== "" && day > until))
  }
}

export {}
