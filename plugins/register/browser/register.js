// @ts-check
// The look-up in the register: a number, a name or a credit code is sought in the tree; records come from the static pages.
import { code, words } from "./normal.js";
import { find } from "./tree.js";

const SHOWN = 20; // so many are listed; whoever seeks one writes more of its name

/** @typedef {{ label: string, page: number, id: string }} Hit */

/**
 * The entries that hold the asked words in this order, or begin as the asked number does; and how many more there are.
 * @param {string} folder @param {string} asked
 */
export async function lookUp(folder, asked) {
  const [spoken, number] = [words(asked).join(" "), code(asked)];
  if (!number) return { hits: [], more: false };
  const beginnings = new Set(/\d/.test(number) ? [spoken, number] : [spoken]);
  const { entries, more } = await find(folder, [...beginnings]);
  /** @type {Map<string, Hit>} */
  const hits = new Map();
  let rest = more;
  for (const entry of entries) {
    const label = entry[0];
    if (!` ${words(label).join(" ")}`.includes(` ${spoken}`) && !code(label).startsWith(number)) continue;
    if (entry.length === 2) rest = true;
    else hits.set(`${entry[1]} ${entry[2]} ${label}`, { label, page: entry[1], id: entry[2] });
  }
  const exact = [...hits.values()].filter(({ label }) => code(label) === number);
  return { hits: exact.length ? exact : [...hits.values()], more: rest && !exact.length };
}

class ClauseRegister extends HTMLElement {
  #asked = 0;

  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    form.hidden = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      const url = new URL(location.href);
      url.searchParams.set("q", input.value);
      url.hash = "";
      history.replaceState(history.state, "", url);
      this.#ask(input.value);
    };
    input.value = new URL(location.href).searchParams.get("q") ?? "";
    if (input.value) this.#ask(input.value);
  }

  /** @param {string} text */
  async #ask(text) {
    const turn = ++this.#asked;
    this.#say("searching");
    try {
      const { hits, more } = await lookUp(new URL(this.dataset.index ?? "", document.baseURI).href, text);
      const places = [...new Map(hits.map((hit) => [`${hit.page} ${hit.id}`, hit])).values()].slice(0, SHOWN);
      const shown = places.length === 1 && !more ? [await this.#record(places[0])] : [this.#list(places)];
      if (turn !== this.#asked) return;
      this.#found.replaceChildren(...(places.length ? shown : []));
      this.#say(more || hits.length > SHOWN ? "more" : places.length ? "found" : "none", places.length);
    } catch (failure) {
      if (turn !== this.#asked) return;
      console.warn(failure);
      this.#found.replaceChildren();
      this.#say("failed");
    }
  }

  get #found() {
    return /** @type {HTMLElement} */ (this.querySelector(".register-found"));
  }

  /** @param {Hit} hit */
  #address({ page, id }) {
    return new URL(`${this.dataset.pages}${page}.html#${id}`, document.baseURI);
  }

  /** What was found, each as a link to its page; the record comes here where it can. @param {Hit[]} hits */
  #list(hits) {
    const list = document.createElement("ul");
    list.append(...hits.map((hit) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = this.#address(hit).href;
      link.textContent = hit.label;
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation(); // or the theme would go there
        this.#open(item, hit);
      };
      item.append(link);
      return item;
    }));
    return list;
  }

  /** @param {HTMLElement} item @param {Hit} hit */
  async #open(item, hit) {
    try {
      const record = await this.#record(hit);
      record.tabIndex = -1;
      item.replaceChildren(record);
      record.focus();
    } catch {
      location.assign(this.#address(hit));
    }
  }

  /** The organisation from its page; of a certificate the organisation with this one alone. @param {Hit} hit */
  async #record(hit) {
    const address = this.#address(hit);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.getElementById(hit.id);
    const record = part?.closest("section");
    if (!part || !record) throw new Error(`${address}: no such part`);
    if (part !== record) part.parentElement?.replaceChildren(part);
    for (const one of [record, ...record.querySelectorAll("[id]")]) one.removeAttribute("id");
    return document.importNode(record, true);
  }

  /** @param {string} key @param {number} [count] */
  #say(key, count) {
    const sentence = this.querySelector(`[data-words="${key}"]`)?.textContent ?? "";
    /** @type {HTMLElement} */ (this.querySelector(".register-status-line")).textContent = sentence.replace("{count}", String(count));
  }
}

if (!customElements.get("clause-register")) customElements.define("clause-register", ClauseRegister);
