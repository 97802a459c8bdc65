// A reply takes its place in the page: errors at their fields, what is still needed, the answer, the record for paper.
import { showErrors } from "./form.js";
import { forgetMoves, showMoves } from "./readings.js";
import { Sections } from "./sections.js";

/**
 * @typedef {import("./element.js").ClauseCalculator} Calculator
 * @typedef {import("./runtime.js").Reply} Reply
 */

export class Showing {
  #untouched = true; // the example's answer, as it stands in the page
  /** @type {(() => void) | undefined} */ #stopMoves;

  /** @param {Calculator} calculator */
  constructor(calculator) {
    this.calculator = calculator;
    this.answer = calculator.place("answer");
    this.sections = new Sections(this.answer);
  }

  /** @param {Reply} reply @param {boolean} changed by the reader @param {WeakSet<Element>} reached fields that were left once */
  show(reply, changed, reached) {
    const { calculator } = this;
    this.#need(showErrors(calculator.form, reply.errors ?? [], reached));
    calculator.toggleAttribute("data-wrong", Boolean(reply.errors));
    calculator.place("record").innerHTML = reply.record ?? "";
    calculator.place("example").hidden = changed;
    if (reply.sections) this.#replace(reply.sections, changed);
  }

  /** Since a newer answer comes. */
  stop() {
    this.#stopMoves?.();
  }

  /** @param {ReturnType<typeof showErrors>} rest */
  #need(rest) {
    this.calculator.place("needed").replaceChildren(
      ...rest.map(({ error, control }) => {
        const item = document.createElement("li");
        const link = control && document.createElement("a");
        if (link) link.href = `#${control.id}`;
        (link ?? item).textContent = error.text;
        if (link) item.append(link);
        return item;
      }),
    );
  }

  /** @param {import("./sections.js").Section[]} sections @param {boolean} changed */
  async #replace(sections, changed) {
    if (this.#untouched && !changed) this.sections.adopt(sections);
    else {
      this.#untouched = false;
      if (!(await this.sections.show(sections))) return;
      forgetMoves(this.answer);
    }
    this.stop();
    this.#stopMoves = showMoves(this.answer, () => this.calculator.asking());
  }
}
