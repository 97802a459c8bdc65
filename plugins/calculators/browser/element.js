// A calculator in the page: the form asks, the worker answers, the answer takes the place of the worked example.
import { finder } from "./finder.js";
import { addRow, fill, read, refresh, removeRow, set, showErrors } from "./form.js";
import { draft, keep, linked } from "./kept.js";
import { keeping } from "./keeping.js";
import { showMoves } from "./readings.js";
import { RuntimeFailure, runtime } from "./runtime.js";

const TYPING = 40; // milliseconds of rest before a question
const SPEAKING = 800; // milliseconds of rest before the result is read out

/**
 * @typedef {import("./runtime.js").Reply} Reply
 * @typedef {import("./form.js").Request} Request
 */

export class ClauseCalculator extends HTMLElement {
  #reached = new WeakSet();
  #changed = false;
  #untouched = true; // the example's answer, as it stands in the page
  /** @type {AbortController | undefined} */ #listening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #typing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #speaking;
  /** @type {(() => void) | undefined} */ #find;
  /** @type {(() => void) | undefined} */ #stopMoves;
  #waiting = false;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.form.addEventListener("input", (event) => this.#edited(event), { signal });
    this.form.addEventListener("change", (event) => this.#edited(event), { signal });
    this.form.addEventListener("focusout", (event) => this.#left(event), { signal });
    this.form.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#part("answer").addEventListener("change", (event) => this.#reread(event), { signal });
    const business = this.querySelector("[data-business]");
    if (business instanceof HTMLInputElement) this.#find = finder(business, () => this.#asking(), () => this.#waiting && this.ask());
    addEventListener("hashchange", () => this.#begin(false), { signal });
    keeping(this, signal);
    this.form.inert = false;
    this.#begin(true);
  }

  /** With the request of a link; at first else with the reader's draft or the example. @param {boolean} first */
  async #begin(first) {
    const request = (await linked()) ?? (first ? draft(this.name) : undefined);
    if (request) this.take(request);
    else if (first) {
      refresh(this.form);
      this.ask();
    }
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#stopMoves?.();
    clearTimeout(this.#typing);
    clearTimeout(this.#speaking);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get name() {
    return this.dataset.calculator ?? "";
  }

  get request() {
    return read(this.form);
  }

  /** Another request in the place of what the form holds. @param {Request} request */
  take(request) {
    fill(this.form, request);
    this.#reached = new WeakSet();
    this.#change();
  }

  /** Back to the example, as on the first visit. */
  reset() {
    this.take(JSON.parse(this.dataset.example ?? "{}"));
    this.#changed = false;
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.calculator-${name}`));
  }

  /** @param {Event} event */
  #edited(event) {
    if (event.target instanceof HTMLElement && "business" in event.target.dataset) {
      this.#find?.();
      return;
    }
    if (event.type === "change" && event.target instanceof Element) this.#reached.add(event.target);
    this.#change();
  }

  /** Another reading, chosen in the answer. @param {Event} event */
  #reread({ target }) {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement) || !target.dataset.reading) return;
    set(this.form, target.dataset.reading, target.value);
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
      if (control instanceof HTMLElement) control.focus();
    } else if ("remove" in button.dataset && row instanceof HTMLElement) removeRow(row).focus();
    else if ("clear" in button.dataset) this.take({});
    else if ("take" in button.dataset) {
      fill(this.form, { ...read(this.form), ...JSON.parse(button.dataset.take ?? "{}") });
      for (const other of this.querySelectorAll("[data-take]")) other.setAttribute("aria-pressed", String(other === button));
    } else if ("example" in button.dataset) this.take(JSON.parse(this.dataset.example ?? "{}"));
    else return;
    this.#change();
  }

  #change() {
    this.#changed = true;
    refresh(this.form);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask(), TYPING);
  }

  /** What the worker is asked about: the request as it stands. */
  #asking() {
    const { language, base, page } = this.dataset;
    const message = { name: this.name, text: JSON.stringify(this.request), language, base };
    return { message, page: new URL(page ?? "", document.baseURI).href };
  }

  /**
   * The answer to what the form holds, shown; null when a newer question came first or none can be had.
   * @param {object} [wanted] what the reply is to bring besides, see `keeping.js`
   * @returns {Promise<Reply | null>}
   */
  async ask(wanted) {
    clearTimeout(this.#typing);
    if (this.#changed) keep(this.name, this.request);
    this.#stopMoves?.();
    this.#waiting = true;
    const { message, page } = this.#asking();
    if (this.#changed && this.dataset.state !== "live") this.say("starting");
    try {
      const reply = await runtime.ask(JSON.stringify({ ...message, ...wanted }), page);
      if (!reply) return null;
      this.#waiting = false;
      if (this.isConnected) this.#show(reply);
      return reply;
    } catch (failure) {
      this.#waiting = false;
      if (!(failure instanceof RuntimeFailure)) throw failure;
      this.dataset.state = "failed";
      this.say(`failed_${failure.reason}`);
      return null;
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
    if (reply.html !== undefined) this.#replace(this.#part("answer"), reply.html);
    this.#part("record").innerHTML = reply.record ?? "";
    this.#part("example").hidden = this.#changed;
    if (reply.errors) this.say("incomplete");
    else if (this.#changed) this.#speak(reply.summary ?? "");
    else this.#speak("");
  }

  /** A newer answer: what was unfolded stays so, and the focus stays where it was. @param {HTMLElement} answer @param {string} html */
  #replace(answer, html) {
    const titles = () => /** @type {[string, HTMLDetailsElement][]} */ ([...answer.querySelectorAll("details")].map((each, at) => [`${at} ${each.className}`, each]));
    const open = new Set(titles().flatMap(([title, each]) => (each.open ? [title] : [])));
    const focused = answer.contains(document.activeElement) ? document.activeElement?.id : "";
    if (this.#changed || !this.#untouched) {
      answer.innerHTML = html;
      this.#untouched = false;
    }
    for (const [title, each] of titles()) each.open ||= open.has(title);
    if (focused) document.getElementById(focused)?.focus();
    this.#stopMoves = showMoves(answer, () => this.#asking());
  }

  /** One of the page's sentences. @param {string} key */
  say(key) {
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
}
