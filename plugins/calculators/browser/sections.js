// An answer in sections, each one element: those that changed take their place in the page, a few milliseconds at a time.
// What a fold holds is made when it is unfolded.

/** @typedef {string | [string, string, Section[]]} Section HTML, or a fold: what it tells of, the HTML of its heading, the sections inside */

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
    const told = new Set(sections.slice(first, end).map(name));
    for (let at = parts.length - last; at-- > first; ) if (!told.has(name(parts[at].section))) this.#drop(at);
    let began = performance.now();
    for (let at = first; at < end; at++) {
      const section = sections[at];
      const found = parts.findIndex((part, place) => place >= at && place < parts.length - last && name(part.section) === name(section));
      if (found === at || (found > at && name(section))) {
        if (found > at) this.#put(parts.splice(found, 1)[0], at);
        parts[at] = parts[at].become(section);
      } else this.#put(new Part(section), at);
      if (performance.now() - began < SLICE) continue;
      await new Promise((done) => setTimeout(done));
      if (run !== this.#run) return false;
      began = performance.now();
    }
    while (parts.length > sections.length) this.#drop(end);
    return true;
  }

  /** @param {Part} part @param {number} at */
  #put(part, at) {
    this.place.insertBefore(part.element, this.#parts[at]?.element ?? null);
    this.#parts.splice(at, 0, part);
  }

  /** @param {number} at */
  #drop(at) {
    this.#parts.splice(at, 1)[0].element.remove();
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
    if (standing) this.inside.adopt(section[2]);
    else this.#heading.innerHTML = section[1];
    this.element.addEventListener("toggle", () => this.#unfold());
  }

  get #heading() {
    return /** @type {Element} */ (this.element.firstElementChild);
  }

  #unfold() {
    if (typeof this.section !== "string" && /** @type {HTMLDetailsElement} */ (this.element).open) this.inside?.show(this.section[2]);
  }

  /** A fold stays what the reader made it, open or closed; anything else gives way. @param {Section} section of the same name @returns {Part} */
  become(section) {
    if (this.inside && typeof section !== "string") {
      this.section = section;
      this.#heading.innerHTML = section[1];
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

/** What a fold tells of, "" of anything else. @param {Section} section */
function name(section) {
  return typeof section === "string" ? "" : section[0];
}

/** @param {Section} one @param {Section} other @returns {boolean} */
function same(one, other) {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return one[0] === other[0] && one[1] === other[1] && one[2].length === other[2].length && one[2].every((each, at) => same(each, other[2][at]));
}
