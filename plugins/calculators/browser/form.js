// Between the controls of a form and the request as JSON: reads, fills, adds rows, shows errors. It knows no field by name.
// A part of a request is a control, a list of rows, a group, or checkboxes (flags); the last of one name that says something counts.
import { longListsAsText } from "./long_lists.js";

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 * @typedef {{ path: string, key: string, text: string }} RequestError
 * @typedef {{ [name: string]: any }} Request
 */

const CONTROL = /** @type {"input"} */ ("input[name], select[name], textarea[name]");
const HOLDER = "[data-list], [data-group], [data-flags], [data-row], form";
const NUMBERED = ["id", "for", "name", "aria-describedby", "data-at"]; // attributes that carry the number of a row

/** @param {Element} within @returns {Control[]} */
const controls = (within) => [...within.querySelectorAll(CONTROL)];

/** @typedef {(holder: Element) => HTMLElement[]} Parts what belongs to a form, a row or a group itself */

/** @param {Element} within @returns {Parts} of everything within: a form of fifty sites is gone through once */
function partsWithin(within) {
  /** @type {Map<Element | null | undefined, HTMLElement[]>} */
  const found = new Map();
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(`[data-list], [data-group], [data-flags], ${CONTROL}`))) {
    const holder = part.parentElement?.closest(HOLDER);
    const others = found.get(holder);
    if (others) others.push(part);
    else found.set(holder, [part]);
  }
  return (holder) => found.get(holder) ?? [];
}

/** @type {Parts} */
const parts = (holder) => partsWithin(holder)(holder);

/** @param {Element} list @returns {HTMLElement[]} */
const rows = (list) => /** @type {HTMLElement[]} */ ([...(list.querySelector(".calculator-rows")?.children ?? [])]);

/** The name of a part in its record; "" for the value of a row that is no record. @param {HTMLElement} part */
const nameOf = (part) =>
  part.dataset.list ?? part.dataset.group ?? part.dataset.of ?? /** @type {Control} */ (part).name.replace(/^.*\./, "");

/**
 * What a control says, or undefined when it says nothing beyond its default.
 * @param {Control} control @param {string} point the decimal sign of the page's language
 * @returns {string | boolean | undefined}
 */
function valueOf(control, point) {
  const usual = control.dataset.default;
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return String(control.checked) === (usual ?? "false") ? undefined : control.checked;
  }
  let text = control.value.trim();
  if ("number" in control.dataset) text = text.replace(/[\s\u00a0\u202f]/g, "").replace(point, ".");
  if (text === "" || text === usual) return undefined;
  return "boolean" in control.dataset ? text === "true" : text;
}

/**
 * The request that the form holds. Each control remembers its path in it, for errors.
 * @param {HTMLFormElement} form @returns {Request}
 */
export const read = (form) => readParts(form, "", form.dataset.point ?? ".", partsWithin(form));

/** @param {Element} holder @param {string} at @param {string} point @param {Parts} parts @returns {Request} */
function readParts(holder, at, point, parts) {
  /** @type {Request} */
  const request = {};
  for (const part of parts(holder)) {
    const name = nameOf(part);
    const path = `${at}${name}`.replace(/\.$/, "");
    const value =
      "list" in part.dataset ? listOf(part, path, point, parts)
      : "group" in part.dataset ? unlessEmpty(readParts(part, `${path}.`, point, parts))
      : "flags" in part.dataset ? flagsOf(part, path)
      : valueOf(remember(part, path), point);
    if (value !== undefined) request[name] = value;
  }
  return request;
}

/** @param {HTMLElement} part @param {string} path @returns {Control} */
function remember(part, path) {
  if (part.dataset.path !== path) part.dataset.path = path;
  return /** @type {Control} */ (part);
}

/** @param {Request} record */
const unlessEmpty = (record) => (Object.keys(record).length ? record : undefined);

/** @param {HTMLElement} list @param {string} path @param {string} point @param {Parts} parts */
function listOf(list, path, point, parts) {
  /** @type {Request[]} */
  const items = [];
  for (const row of rows(list)) {
    const item = readParts(row, `${path}[${items.length}].`, point, parts);
    if (unlessEmpty(item)) items.push("" in item ? item[""] : item);
  }
  const brief = list.dataset.shorthand;
  const single = brief && items.length === 1 && Object.keys(items[0]).join() === brief;
  return items.length ? (single ? items[0][brief] : items) : undefined;
}

/** The values that are ticked, or whether each is. @param {HTMLElement} flags @param {string} path */
function flagsOf(flags, path) {
  const boxes = /** @type {HTMLInputElement[]} */ (controls(flags));
  for (const box of boxes) remember(box, path);
  const ticked = boxes.filter((box) => box.checked);
  if (!ticked.length) return undefined;
  return flags.dataset.flags === "each" ? boxes.map((box) => box.checked) : ticked.map((box) => box.value);
}

/** @param {Control} control @param {unknown} value */
function put(control, value) {
  let text = value === undefined || value === null || typeof value === "object" ? undefined : String(value);
  if ("number" in control.dataset) text = text?.replace(".", control.form?.dataset.point ?? ".");
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    control.checked = (text ?? control.dataset.default ?? "false") === "true";
  } else {
    control.value = text ?? (control instanceof HTMLSelectElement ? control.dataset.default ?? "" : "");
  }
}

/**
 * Puts a request into the form: what the form has no control for is left out.
 * @param {HTMLFormElement} form @param {Request} request
 */
export function fill(form, request) {
  fillParts(form, longListsAsText(form, request));
  refresh(form);
}

/** What follows from the controls' values: the options on offer, the lines of folded rows, how many rows a section has. @param {HTMLFormElement} form */
export function refresh(form) {
  filter(form);
  const parts = partsWithin(form);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-told]"))) {
    const row = /** @type {HTMLElement} */ (line.closest("[data-row]"));
    const told = (line.dataset.told ?? "").split(" ").map((name) => {
      const control = parts(row).find((part) => "value" in part && nameOf(part) === name);
      return control ? /** @type {Control} */ (control).value.trim() : "";
    });
    tell(line, told.filter(Boolean).join(" · ") || (row.dataset.shown ?? ""));
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-count]"))) {
    const names = (place.dataset.count ?? "").split(" ");
    const lists = names.flatMap((name) => [...form.querySelectorAll(`[data-list="${name}"][data-at="${name}"]`)]);
    tell(place, String(lists.reduce((count, list) => count + rows(list).length, 0) || ""));
  }
}

/** What says the same already is left alone: the browser would lay it out anew. @param {HTMLElement} place @param {string} text */
function tell(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** Sets one control, so that it counts as edited. @param {HTMLFormElement} form @param {string} name @param {string} value */
export function set(form, name, value) {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
}

/** @param {Element} holder @param {Request} request */
function fillParts(holder, request) {
  for (const part of parts(holder)) {
    const value = Object(request)[nameOf(part)];
    if ("list" in part.dataset) fillList(part, value);
    else if ("group" in part.dataset) fillParts(part, value);
    else if ("flags" in part.dataset) {
      const given = Array.isArray(value) ? value : [];
      /** @type {HTMLInputElement[]} */ (controls(part)).forEach((box, index) => {
        box.checked = part.dataset.flags === "each" ? given[index] === true : given.includes(box.value);
      });
    } else put(/** @type {Control} */ (part), value);
  }
}

/** @param {HTMLElement} list @param {unknown} given */
function fillList(list, given) {
  const { shorthand, brief } = list.dataset;
  const bare = shorthand && given !== undefined && typeof given !== "object";
  const items = Array.isArray(given) ? given : bare ? [given] : [];
  for (const row of rows(list)) row.remove();
  for (const item of items.length || !shorthand ? items : [{}]) {
    const row = append(list);
    if (parts(row).some((part) => nameOf(part) === "")) fillParts(row, { "": item });
    else fillParts(row, brief && typeof item !== "object" ? { [brief]: item } : item);
  }
  number(list);
}

/** @param {Element} list @returns {HTMLElement} the new row */
export function addRow(list) {
  const row = append(list);
  number(list);
  return row;
}

/** @param {Element} list @returns {HTMLElement} the new row, which has no number yet */
function append(list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector(":scope > template"));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  list.querySelector(".calculator-rows")?.append(row);
  return row;
}

/** @param {HTMLElement} row @returns {HTMLElement} where the focus goes: the next row's first control, or the button that adds one */
export function removeRow(row) {
  const list = /** @type {HTMLElement} */ (row.closest("[data-list]"));
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  number(list);
  return /** @type {HTMLElement} */ ((next && controls(next)[0]) || list.querySelector(":scope > [data-add]"));
}

/** Names and ids carry the row's number. @param {Element} list */
function number(list) {
  const at = list.getAttribute("data-at");
  rows(list).forEach((row, index) => {
    const old = row.dataset.row;
    row.dataset.row = String(index);
    const label = (row.dataset.label ?? "").replace("{number}", String(index + 1));
    if (row instanceof HTMLDetailsElement) row.dataset.shown = label;
    else row.setAttribute("aria-label", label);
    const named = [...row.querySelectorAll("[data-numbered]")].find((each) => each.closest("[data-row]") === row);
    if (named) named.textContent = label;
    if (old !== String(index)) {
      rename(row, [[`${at}[${old}]`, `${at}[${index}]`], [`${list.id}-${old}-`, `${list.id}-${index}-`]]);
    }
  });
}

/** @param {ParentNode} within @param {[string, string][]} changes */
function rename(within, changes) {
  for (const element of within.querySelectorAll(`${NUMBERED.map((attribute) => `[${attribute}]`).join()}, template`)) {
    for (const attribute of NUMBERED) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, changes.reduce((text, [from, to]) => text.replaceAll(from, to), value));
    }
    if (element instanceof HTMLTemplateElement) rename(element.content, changes);
  }
}

/** Options that go with another control's value are offered only with it. @param {HTMLFormElement} form */
function filter(form) {
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("select[data-filter]"))) {
    const beside = select.name.replace(/[^.]*$/, select.dataset.filter ?? "");
    const other = form.elements.namedItem(beside) ?? form.elements.namedItem(select.dataset.filter ?? "");
    const value = other instanceof HTMLSelectElement ? other.value : "";
    for (const option of select.options) {
      const fits = !value || !option.dataset.for || option.dataset.for.split(" ").includes(value);
      option.hidden = option.disabled = !fits && !option.selected; // a chosen one stays, so that its error can be read
    }
  }
}

/**
 * Each error at its control; what has no control, or was not reached yet, is returned for the list above the answer.
 * @param {HTMLFormElement} form @param {RequestError[]} errors @param {WeakSet<Element>} reached
 * @returns {{ error: RequestError, control: Control | undefined }[]}
 */
export function showErrors(form, errors, reached) {
  const all = controls(form);
  for (const control of all) mark(control, "");
  const rest = [];
  for (const error of errors) {
    const control =
      all.find((each) => each.dataset.path === error.path) ??
      all.find((each) => within(each.dataset.path, error.path)) ??
      all.find((each) => within(error.path, each.dataset.path ?? ""));
    const empty = control && !valueOf(control, ".");
    if (!control || (empty && !reached.has(control))) {
      rest.push({ error, control });
      continue;
    }
    mark(control, error.text);
    for (let fold = control.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  }
  return rest;
}

/** @param {string | undefined} path @param {string} of */
const within = (path, of) => of !== "" && (path ?? "").startsWith(of) && /^[.[]/.test((path ?? "").slice(of.length));

/** Checkboxes of one question share the place. @param {Control} control @param {string} text */
function mark(control, text) {
  const place = document.getElementById((control.getAttribute("aria-describedby") ?? "").split(" ").pop() ?? "");
  if (text) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  if (place) {
    place.textContent = text && place.textContent ? `${place.textContent} ${text}` : text;
    place.hidden = !text;
  }
}
