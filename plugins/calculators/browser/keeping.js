// What the reader takes along: the record on paper, files, the link; and how everything put in is forgotten.
import { forget, LARGEST, link, parsed } from "./kept.js";

/** @typedef {import("./element.js").ClauseCalculator} Calculator */

/** @param {Calculator} calculator @param {AbortSignal} signal */
export function keeping(calculator, signal) {
  const section = /** @type {HTMLElement} */ (calculator.querySelector(".calculator-keep"));
  const keeping = new Keeping(calculator, section);
  section.addEventListener("click", (event) => keeping.clicked(event.target), { signal });
  section.addEventListener("change", (event) => keeping.chosen(event.target), { signal });
  addEventListener("keydown", (event) => keeping.pressed(event), { signal });
  section.hidden = false;
}

class Keeping {
  /** @param {Calculator} calculator @param {HTMLElement} section */
  constructor(calculator, section) {
    this.calculator = calculator;
    this.section = section;
  }

  /** @param {string} name @returns {HTMLInputElement} */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.section.querySelector(`[name="${name}"]`));
  }

  /** @param {EventTarget | null} target */
  clicked(target) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if ("print" in button.dataset) this.print();
    else if ("save" in button.dataset) this.save();
    else if ("link" in button.dataset) this.copyLink();
    else if ("forget" in button.dataset) this.forget();
    else if (button.dataset.file) this.download(button.dataset.file);
  }

  /** The browser's own key for printing prints the record too; without one, the page. @param {KeyboardEvent} event */
  async pressed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "p") return;
    if (this.calculator.dataset.state !== "live") return;
    event.preventDefault();
    if (!(await this.print())) print();
  }

  /** The calculators know no clock: the record's date is the browser's. @returns {Promise<boolean>} whether there was one to print */
  async print() {
    const date = new Intl.DateTimeFormat(this.calculator.dataset.language, { dateStyle: "long" }).format(new Date());
    const reply = await this.calculator.ask({ wanted: "record", date, organization: this.field("organization").value });
    if (reply?.record) print();
    return Boolean(reply?.record);
  }

  /** @param {string} kind */
  async download(kind) {
    const file = (await this.calculator.ask({ wanted: kind }))?.file;
    if (!file) return;
    const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    offer(file.name, new Blob([bytes], { type: file.type }));
  }

  /** The request with its answer, to be opened again. */
  async save() {
    const reply = await this.calculator.ask({ wanted: "answer" });
    if (!reply?.answer) return;
    const { name: calculator, request } = this.calculator;
    const { version } = this.calculator.dataset;
    const date = new Date().toISOString().slice(0, 10);
    const organization = this.field("organization").value || undefined;
    const saved = { calculator, version, date, organization, request, answer: reply.answer };
    offer(`${calculator}-${date}.json`, new Blob([JSON.stringify(saved, null, 2)], { type: "application/json" }));
  }

  /** @param {EventTarget | null} target */
  async chosen(target) {
    const file = target instanceof HTMLInputElement && target.files?.[0];
    if (!file) return;
    const saved = file.size > LARGEST ? undefined : parsed(await file.text().catch(() => "")); // gone or changed since it was chosen
    target.value = ""; // the same file may be chosen again
    if (!saved || typeof saved.request !== "object" || !saved.request) this.calculator.say("file_damaged");
    else if (saved.calculator !== this.calculator.name) this.calculator.say("file_other");
    else {
      this.field("organization").value = String(saved.organization ?? "");
      this.calculator.take(saved.request);
    }
  }

  async copyLink() {
    const field = this.field("link");
    field.value = await link(this.calculator.request);
    field.hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      this.calculator.say("link_copied");
    } catch {
      this.calculator.say("link_selected"); // the browser keeps the clipboard to itself
    }
  }

  async forget() {
    this.field("organization").value = this.field("link").value = "";
    this.field("link").hidden = true;
    this.calculator.reset();
    forget();
    await this.calculator.ask();
    this.calculator.say("forgotten");
  }
}

/** @param {string} name @param {Blob} content */
function offer(name, content) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
