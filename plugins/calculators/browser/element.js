// A calculator in the page: the form asks, the worker answers, the answer takes the place of the worked example.
import { addRow, fill, filter, read, removeRow, showErrors } from "./form.js";
import { RuntimeFailure, runtime } from "./runtime.js";

const TYPING = 40; // milliseconds of rest before a question
const SPEAKING = 800; // milliseconds of rest before the result is read out

/** @typedef {import("./runtime.js").Reply} Reply */

export class ClauseCalculator extends HTMLElement {
  #reached = new WeakSet();
  #changed = false;
  /** @type {string[]} */ #files = [];
  /** @type {AbortController | undefined} */ #listening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #typing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #speaking;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.form.addEventListener("input", (event) => this.#edited(event), { signal });
    this.form.addEventListener("change", (event) => this.#edited(event), { signal });
    this.form.addEventListener("focusout", (event) => this.#left(event), { signal });
    this.form.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.inert = false;
    const kept = this.#kept();
    if (kept) {
      fill(this.form, kept);
      this.#changed = true;
    }
    filter(this.form);
    this.#ask();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#typing);
    clearTimeout(this.#speaking);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.calculator-${name}`));
  }

  /** @param {Event} event */
  #edited(event) {
    if (event.type === "change" && event.target instanceof Element) this.#reached.add(event.target);
    if (event.target instanceof HTMLSelectElement) filter(this.form);
    this.#change();
  }

  /** @param {FocusEvent} event */
  #left(event) {
    if (event.target instanceof Element && this.#changed) this.#reached.add(event.target);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    const list = button.closest("[data-list]");
    const row = button.closest("[data-row]");
    if ("add" in button.dataset && list) {
      const control = addRow(list).querySelector("input, select, textarea");
      filter(this.form);
      if (control instanceof HTMLElement) control.focus();
    } else if ("remove" in button.dataset && row instanceof HTMLElement) removeRow(row).focus();
    else if ("clear" in button.dataset) fill(this.form, {});
    else if ("example" in button.dataset) fill(this.form, JSON.parse(this.dataset.example ?? "{}"));
    else return;
    if ("clear" in button.dataset || "example" in button.dataset) this.#reached = new WeakSet();
    this.#change();
  }

  #change() {
    this.#changed = true;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask(), TYPING);
  }

  async #ask() {
    const request = read(this.form);
    if (this.#changed) this.#keep(request);
    const { calculator: name, language, base, page } = this.dataset;
    const message = JSON.stringify({ name, text: JSON.stringify(request), language, base });
    if (this.#changed && this.dataset.state !== "live") this.#say("starting");
    try {
      const reply = await runtime.ask(message, new URL(page ?? "", document.baseURI).href);
      if (reply && this.isConnected) this.#show(reply);
    } catch (failure) {
      if (!(failure instanceof RuntimeFailure)) throw failure;
      this.dataset.state = "failed";
      this.#say(`failed_${failure.reason}`);
    }
  }

  /** @param {Reply} reply */
  #show(reply) {
    this.dataset.state = "live";
    const rest = showErrors(this.form, reply.errors ?? [], this.#reached);
    const needed = this.#part("needed");
    needed.replaceChildren(
      ...rest.map(({ error, control }) => {
        const item = document.createElement("li");
        const link = control && document.createElement("a");
        if (link) link.href = `#${control.id}`;
        (link ?? item).textContent = error.text;
        if (link) item.append(link);
        return item;
      }),
    );
    this.toggleAttribute("data-wrong", Boolean(reply.errors));
    if (reply.html !== undefined) {
      if (this.#changed) this.#part("answer").innerHTML = reply.html; // else the example's answer is in the page
      this.#offerFiles();
    }
    this.#part("example").hidden = this.#changed;
    if (reply.errors) this.#say("incomplete");
    else if (this.#changed) this.#speak(reply.summary ?? "");
    else this.#speak("");
  }

  /** Texts that the answer holds become files to keep. */
  #offerFiles() {
    for (const url of this.#files.splice(0)) URL.revokeObjectURL(url);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("a[data-file]"))) {
      link.href = URL.createObjectURL(new Blob([link.dataset.text ?? ""], { type: link.dataset.file }));
      link.hidden = false;
      this.#files.push(link.href);
    }
  }

  /** @param {string} key */
  #say(key) {
    this.#speak(this.querySelector(`[data-words="${key}"]`)?.textContent ?? "");
  }

  /** Seen at once, heard when the typing rests. @param {string} text */
  #speak(text) {
    this.#part("status").textContent = text;
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      const heard = this.#part("heard");
      if (heard.textContent !== text) heard.textContent = text;
    }, SPEAKING);
  }

  get #draft() {
    return `calculator:${this.dataset.calculator}`;
  }

  /** What the reader had put in: from the link, or from this visit. */
  #kept() {
    const written = new URL(location.href).searchParams.get("q") ?? sessionStorage.getItem(this.#draft);
    try {
      const kept = JSON.parse(written ?? "null");
      return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : undefined;
    } catch {
      return undefined; // a damaged link: the example stays
    }
  }

  /** The whole request in the link; a draft for this visit only. @param {object} request */
  #keep(request) {
    const text = JSON.stringify(request);
    sessionStorage.setItem(this.#draft, text);
    const url = new URL(location.href);
    url.searchParams.set("q", text);
    history.replaceState(history.state, "", url);
  }
}
