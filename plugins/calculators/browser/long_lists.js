// A long list goes into the box for the rows of a spreadsheet: a row of controls for each item would hold the page up.

const LONG = 25; // more items than anybody edits one by one

/**
 * The request with each long list as text, for the box below its rows; a list whose items hold more than cells stays.
 * @param {HTMLFormElement} form @param {{ [name: string]: any }} request @returns {{ [name: string]: any }}
 */
export function longListsAsText(form, request) {
  const changed = { ...request };
  for (const [name, items] of Object.entries(request)) {
    const box = form.elements.namedItem(`${name}_text`);
    if (!(box instanceof HTMLTextAreaElement) || !Array.isArray(items) || items.length <= LONG) continue;
    if (box.name in request || !items.every(hasCells)) continue;
    delete changed[name];
    changed[box.name] = asText(items, numbersOf(form, name), form.dataset.point ?? ".");
    const fold = box.closest("details");
    if (fold) fold.open = true;
  }
  return changed;
}

/** @param {unknown} item */
const hasCells = (item) =>
  item !== null && typeof item === "object" && !Array.isArray(item) && Object.values(item).some((value) => cell(value) !== "") &&
  Object.values(item).every((value) => value === null || typeof value !== "object");

/** The fields of a row that hold a number. @param {HTMLFormElement} form @param {string} list */
function numbersOf(form, list) {
  const template = /** @type {HTMLTemplateElement | null} */ (form.querySelector(`[data-list="${list}"] > template`));
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (template?.content.querySelectorAll("[data-number]") ?? []);
  return new Set([...controls].map((control) => control.name.replace(/^.*\./, "")));
}

/**
 * The first row names the fields; numbers have the decimal sign of the page's language, as in the controls.
 * @param {{ [name: string]: unknown }[]} items @param {Set<string>} numbers @param {string} point
 */
function asText(items, numbers, point) {
  const names = [...new Set(items.flatMap(Object.keys))];
  const rows = items.map((item) => names.map((name) => cell(item[name], numbers.has(name) ? point : ".")));
  return [names, ...rows].map((row) => row.join("\t")).join("\n");
}

/** What stands in a cell; in quotation marks where a mark in it would end it. @param {unknown} value @param {string} [point] */
function cell(value, point = ".") {
  const text = String(value ?? "").replace(".", point);
  return /[\t\r\n",;；，]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
