// Between the controls of a form and the request as JSON: reads, fills, adds rows, shows errors. It knows no field by name.

/**
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 * @typedef {{ path: string, key: string, text: string }} RequestError
 * @typedef {string | boolean} Value
 * @typedef {{ [name: string]: any }} Request
 */

/** @param {Element} within @returns {Control[]} */
const controls = (within) => [...within.querySelectorAll(/** @type {"input"} */ ("input[name], select[name]"))];

/** @param {Element} within @returns {HTMLElement[]} */
const rows = (within) => [...within.querySelectorAll(/** @type {"div"} */ ("[data-row]"))];

/** @param {Element} form @returns {HTMLElement[]} */
const lists = (form) => [...form.querySelectorAll(/** @type {"fieldset"} */ ("[data-list]"))];

/** The last part of a control's path. @param {Control} control */
const nameOf = (control) => control.name.slice(control.name.lastIndexOf(".") + 1);

/**
 * What a control says, or undefined when it says nothing beyond its default.
 * @param {Control} control @param {string} point the decimal sign of the page's language
 * @returns {Value | undefined}
 */
function valueOf(control, point) {
  const usual = control.dataset.default;
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return String(control.checked) === (usual ?? "false") ? undefined : control.checked;
  }
  let text = control.value.trim();
  if ("number" in control.dataset) text = text.replace(/[\s\u00a0\u202f]/g, "").replace(point, ".");
  return text === "" || text === usual ? undefined : text;
}

/**
 * The request that the form holds. Each control remembers its path in it, for errors.
 * @param {HTMLFormElement} form @returns {Request}
 */
export function read(form) {
  const point = form.dataset.point ?? ".";
  /** @type {Request} */
  const request = {};
  for (const control of controls(form)) {
    if (control.closest("[data-row]")) continue;
    control.dataset.path = control.name;
    const value = valueOf(control, point);
    if (value === undefined) continue;
    const [group, name] = control.name.split(".");
    if (name) (request[group] ??= {})[name] = value;
    else request[group] = value;
  }
  for (const list of lists(form)) {
    const name = list.dataset.list ?? "";
    /** @type {Request[]} */
    const items = [];
    for (const row of rows(list)) {
      /** @type {Request} */
      const item = {};
      for (const control of controls(row)) {
        control.dataset.path = `${name}[${items.length}].${nameOf(control)}`;
        const value = valueOf(control, point);
        if (value !== undefined) item[nameOf(control)] = value;
      }
      if (Object.keys(item).length) items.push(item);
    }
    const brief = list.dataset.shorthand;
    const single = brief && items.length === 1 && Object.keys(items[0]).join() === brief;
    if (items.length) request[name] = single ? items[0][brief] : items;
  }
  return request;
}

/** @param {Control} control @param {unknown} value */
function put(control, value) {
  const text = value === undefined || value === null ? undefined : String(value);
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
  for (const list of lists(form)) {
    const given = request[list.dataset.list ?? ""];
    const brief = list.dataset.shorthand;
    const items = Array.isArray(given) ? given : given !== undefined && brief ? [{ [brief]: given }] : [];
    for (const row of rows(list)) row.remove();
    for (const item of items.length || !brief ? items : [{}]) {
      const row = addRow(list);
      for (const control of controls(row)) put(control, Object(item)[nameOf(control)]);
    }
  }
  for (const control of controls(form)) {
    if (control.closest("[data-row]")) continue;
    const [group, name] = control.name.split(".");
    put(control, name ? Object(request[group])[name] : request[group]);
  }
  filter(form);
}

/** @param {Element} list @returns {HTMLElement} the new row */
export function addRow(list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("template"));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  list.querySelector(".calculator-rows")?.append(row);
  number(list);
  return row;
}

/** @param {HTMLElement} row @returns {HTMLElement} where the focus goes: the next row's first control, or the button that adds one */
export function removeRow(row) {
  const list = /** @type {HTMLElement} */ (row.closest("[data-list]"));
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  number(list);
  return /** @type {HTMLElement} */ ((next && controls(next)[0]) || list.querySelector("[data-add]"));
}

/** Names and ids carry the row's number. @param {Element} list */
function number(list) {
  rows(list).forEach((row, index) => {
    const numbered = (/** @type {string} */ text) => text.replace(/\[(?:#|\d+)\]/, `[${index}]`).replace(/-(?:#|\d+)-/g, `-${index}-`);
    for (const element of row.querySelectorAll("[id], [for], [name], [aria-describedby]")) {
      for (const attribute of ["id", "for", "name", "aria-describedby"]) {
        const value = element.getAttribute(attribute);
        if (value) element.setAttribute(attribute, numbered(value));
      }
    }
    row.setAttribute("aria-label", (row.dataset.label ?? "").replace("{number}", String(index + 1)));
  });
}

/** Options that go with another control's value are offered only with it. @param {HTMLFormElement} form */
export function filter(form) {
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("select[data-filter]"))) {
    const other = form.elements.namedItem(select.dataset.filter ?? "");
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
  for (const control of all) mark(form, control, "");
  const rest = [];
  for (const error of errors) {
    const control = all.find((each) => each.dataset.path === error.path) ?? all.find((each) => within(each.dataset.path, error.path));
    const empty = control && !valueOf(control, ".");
    if (!control || (empty && !reached.has(control))) {
      rest.push({ error, control });
      continue;
    }
    mark(form, control, error.text);
    control.closest("details")?.setAttribute("open", "");
  }
  return rest;
}

/** @param {string | undefined} path @param {string} of */
const within = (path, of) => of !== "" && (path ?? "").startsWith(of) && /^[.[]/.test((path ?? "").slice(of.length));

/** @param {HTMLFormElement} form @param {Control} control @param {string} text */
function mark(form, control, text) {
  const place = form.querySelector(`#${CSS.escape(`${control.id}-error`)}`);
  if (text) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  if (place instanceof HTMLElement) {
    place.textContent = text && place.textContent ? `${place.textContent} ${text}` : text;
    place.hidden = !text;
  }
}
