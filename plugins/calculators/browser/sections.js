// An answer in sections, each one element: those that changed take their place in the page, a few milliseconds at a time.
// What a fold holds is made when it is unfolded.

/** @typedef {string | [string, Section[]]} Section HTML, or the HTML of a fold's heading and the sections inside */

const SLICE = 8; // milliseconds, before the browser may paint and take a key

export class Sections {
  /** @type {Part[]} */ #parts = [];
  #run = 0;

  /** @param {Element} place */
  constructor(place) {
    this.place = place;
  }

  /** The elements that stand in the place already are these sections. @param {Section[]} sections */
  adopt(sections) {
    const found = /** @type {HTMLElement[]} */ ([...this.place.children]);
    if (!this.#parts.length && found.length === sections.length) this.#parts = sections.map((section, at) => new Part(section, found[at]));
  }

  /** @param {Section[]} sections @returns {Promise<boolean>} false when newer ones came in between */
  async show(sections) {
    const run = ++this.#run;
    const parts = this.#parts;
    if (!parts.length) this.place.replaceChildren();
    const most = Math.min(parts.length, sections.length);
    let [first, last] = [0, 0];
    while (first < most && same(parts[first].section, sections[first])) first++;
    while (last < most - first && same(parts[parts.length - 1 - last].section, sections[sections.length - 1 - last])) last++;
    const end = sections.length - last;
    while (parts.length > sections.length) parts.splice(end, 1)[0].element.remove();
    const old = parts.length - last;
    let began = performance.now();
    for (let at = first; at < end; at++) {
      if (at < old) parts[at] = parts[at].become(sections[at]);
      else {
        const part = new Part(sections[at]);
        this.place.insertBefore(part.element, parts[at]?.element ?? null);
        parts.splice(at, 0, part);
      }
      if (performance.now() - began < SLICE) continue;
      await new Promise((done) => setTimeout(done));
      if (run !== this.#run) return false;
      began = performance.now();
    }
    return true;
  }

  clear() {
    this.#run++;
    this.#parts = [];
    this.place.replaceChildren();
  }
}

/** One section and its element. */
class Part {
  /** @param {Section} section @param {HTMLElement} [standing] its element, where it stands already */
  constructor(section, standing) {
    this.section = section;
    this.element = standing ?? element(typeof section === "string" ? section : FOLD);
    if (typeof section === "string") return;
    this.inside = new Sections(/** @type {Element} */ (this.element.lastElementChild));
    if (standing) this.inside.adopt(section[1]);
    else this.#heading.innerHTML = section[0];
    this.element.addEventListener("toggle", () => this.#unfold());
  }

  get #heading() {
    return /** @type {Element} */ (this.element.firstElementChild);
  }

  #unfold() {
    if (typeof this.section !== "string" && /** @type {HTMLDetailsElement} */ (this.element).open) this.inside?.show(this.section[1]);
  }

  /** A fold stays what the reader made it, open or closed; anything else gives way. @param {Section} section @returns {Part} */
  become(section) {
    if (this.inside && typeof section !== "string") {
      this.section = section;
      this.#heading.innerHTML = section[0];
      if (!(/** @type {HTMLDetailsElement} */ (this.element).open)) this.inside.clear();
      this.#unfold();
      return this;
    }
    const part = new Part(section);
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : "";
    this.element.replaceWith(part.element);
    if (focused) document.getElementById(focused)?.focus();
    return part;
  }
}

const FOLD = '<details class="calculator-fold"><summary></summary><div></div></details>';
const template = document.createElement("template");

/** @param {string} html */
function element(html) {
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

/** @param {Section} one @param {Section} other @returns {boolean} */
function same(one, other) {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return one[0] === other[0] && one[1].length === other[1].length && one[1].every((each, at) => same(each, other[1][at]));
}
