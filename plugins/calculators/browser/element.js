// A calculator in the page: the form asks, the worker answers, the answer takes the place of the worked example.
import { editing } from "./editing.js";
import { fill, read, refresh } from "./form.js";
import { draft, keep, linked } from "./kept.js";
import { keeping } from "./keeping.js";
import { RuntimeFailure, runtime, seen } from "./runtime.js";
import { Showing } from "./showing.js";
import { Voice } from "./voice.js";

/**
 * @typedef {import("./runtime.js").Reply} Reply
 * @typedef {import("./form.js").Request} Request
 */

export class ClauseCalculator extends HTMLElement {
  /** Fields that the reader has left once: an empty one is told only then. @type {WeakSet<Element>} */ reached = new WeakSet();
  changed = false;
  /** @type {AbortController | undefined} */ #listening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #typing;
  /** @type {Showing | undefined} */ #showing;
  #voice = new Voice(this);
  #waiting = false;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#showing = new Showing(this);
    editing(this, signal);
    keeping(this, signal);
    addEventListener("hashchange", ({ newURL }) => this.#begin(false, newURL), { signal });
    this.form.inert = false;
    this.#begin(true);
  }

  /**
   * With the request of a link; at first else with the reader's draft or the example.
   * @param {boolean} first @param {string} [address] as it was asked for: the theme may have written another one over it
   */
  async #begin(first, address) {
    const request = (await linked(address)) ?? (first ? draft(this.name) : undefined);
    if (request) this.take(request);
    else if (first) {
      refresh(this.form);
      await seen;
      if (!this.changed) this.ask();
    }
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#showing?.stop();
    this.#voice.hush();
    clearTimeout(this.#typing);
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

  /** @param {string} name */
  place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.calculator-${name}`));
  }

  /** Another request in the place of what the form holds. @param {Request} request */
  take(request) {
    fill(this.form, request);
    this.reached = new WeakSet();
    this.change();
  }

  takeExample() {
    this.take(JSON.parse(this.dataset.example ?? "{}"));
  }

  /** Back to the example, as on the first visit. */
  reset() {
    this.takeExample();
    this.changed = false;
  }

  change() {
    this.changed = true;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask()); // before the browser lays out what was put in: the worker answers meanwhile
  }

  /** What the worker is asked about: the request as it stands. */
  asking(request = this.request) {
    const { language, base, page } = this.dataset;
    const message = { name: this.name, text: JSON.stringify(request), language, base };
    return { message, page: new URL(page ?? "", document.baseURI).href };
  }

  /** The question that another one may have taken the place of. */
  askAgain() {
    if (this.#waiting) this.ask();
  }

  /**
   * The answer to what the form holds, shown; null when a newer question came first or none can be had.
   * @param {object} [wanted] what the reply is to bring besides, see `keeping.js`
   * @returns {Promise<Reply | null>}
   */
  async ask(wanted) {
    clearTimeout(this.#typing);
    this.#showing?.stop();
    this.#waiting = true;
    const request = this.request;
    const { message, page } = this.asking(request);
    if (this.changed && this.dataset.state !== "live") this.say("starting");
    const asked = runtime.ask(JSON.stringify({ ...message, ...wanted }), page);
    if (this.changed) keep(this.name, request);
    try {
      const reply = await asked;
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
    this.#showing?.show(reply, this.changed, this.reached);
    if (reply.errors) this.say("incomplete");
    else if (this.changed) this.#voice.speak(reply.summary ?? "");
    else this.#voice.example();
  }

  /** One of the page's sentences. @param {string} key */
  say(key) {
    this.#voice.say(key);
  }
}
