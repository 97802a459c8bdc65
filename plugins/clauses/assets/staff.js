// @ts-check
/** A staff table gets a field that leaves the rows with these words; without this module it is a plain table. */

document$.subscribe(() => {
  for (const frame of document.querySelectorAll(".staff-table[data-filter]")) {
    if (frame instanceof HTMLElement && !frame.querySelector("input")) equip(frame)
  }
})

/** @param {string} text @returns {string} in which BYICC-GZ-021 is found as GZ021 too */
const searched = text => `${text} ${text.replace(/[\s-]/g, "")}`.toLowerCase()

/** @param {HTMLElement} frame */
function equip(frame) {
  const rows = [...frame.querySelectorAll("tbody tr")].map(row => ({row, text: searched(row.textContent ?? "")}))
  const label = document.createElement("label")
  const input = document.createElement("input")
  const count = document.createElement("output")
  input.type = "search"
  input.className = "staff-filter"
  label.append(frame.dataset.filter ?? "", " ", input)
  frame.prepend(label, " ", count)
  const leave = () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    let left = 0
    for (const {row, text} of rows) {
      const fits = wanted.every(word => text.includes(word))
      row.toggleAttribute("hidden", !fits)
      left += Number(fits)
    }
    count.textContent = (frame.dataset.count ?? "").replace("{count}", String(left))
  }
  input.addEventListener("input", leave)
  leave()
}
