// What the reader does in a calculator: fields, rows that come and go, a business taken over, another reading of the answer.
import { finder } from "./finder.js";
import { addRow, fill, read, refresh, removeRow, set } from "./form.js";

/** @typedef {import("./element.js").ClauseCalculator} Calculator */

/** @param {Calculator} calculator @param {AbortSignal} signal */
export function editing(calculator, signal) {
  const editing = new Editing(calculator);
  const { form } = calculator;
  for (const kind of /** @type {const} */ (["input", "change"])) form.addEventListener(kind, (event) => editing.edited(event), { signal });
  form.addEventListener("focusout", ({ target }) => editing.left(target), { signal });
  form.addEventListener("click", ({ target }) => editing.clicked(target), { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  calculator.place("answer").addEventListener("change", ({ target }) => editing.reread(target), { signal });
}

class Editing {
  /** @param {Calculator} calculator */
  constructor(calculator) {
    this.calculator = calculator;
    const business = calculator.querySelector("[data-business]");
    if (business instanceof HTMLInputElement) this.find = finder(business, () => calculator.asking(), () => calculator.askAgain());
  }

  /** @param {Event} event */
  edited({ type, target }) {
    if (target instanceof HTMLElement && "business" in target.dataset) {
      this.find?.();
      return;
    }
    if (type === "change" && target instanceof Element) this.calculator.reached.add(target);
    this.#changed();
  }

  /** @param {EventTarget | null} target */
  left(target) {
    if (target instanceof Element && this.calculator.changed) this.calculator.reached.add(target);
  }

  /** @param {EventTarget | null} target */
  reread(target) {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement) || !target.dataset.reading) return;
    set(this.calculator.form, target.dataset.reading, target.value);
    this.#changed();
  }

  /** @param {EventTarget | null} target */
  clicked(target) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const { calculator } = this;
    const list = button.closest("[data-list]");
    const row = button.closest("[data-row]");
    if ("add" in button.dataset && list) {
      const control = addRow(list).querySelector("input, select, textarea");
      if (control instanceof HTMLElement) control.focus();
    } else if ("remove" in button.dataset && row instanceof HTMLElement) removeRow(row).focus();
    else if ("clear" in button.dataset) calculator.take({});
    else if ("example" in button.dataset) calculator.takeExample();
    else if ("take" in button.dataset) {
      fill(calculator.form, { ...read(calculator.form), ...JSON.parse(button.dataset.take ?? "{}") });
      for (const other of calculator.querySelectorAll("[data-take]")) other.setAttribute("aria-pressed", String(other === button));
    } else return;
    this.#changed();
  }

  #changed() {
    refresh(this.calculator.form);
    this.calculator.change();
  }
}
