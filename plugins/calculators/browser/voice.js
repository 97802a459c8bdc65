// What the page says of an answer: seen at once, heard when the typing rests.

const SPEAKING = 800; // milliseconds of rest before the result is read out

export class Voice {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #speaking;

  /** @param {Element} calculator */
  constructor(calculator) {
    this.calculator = calculator;
  }

  /** One of the page's sentences. @param {string} key */
  say(key) {
    this.speak(this.calculator.querySelector(`[data-words="${key}"]`)?.textContent ?? "");
  }

  /** @param {string} text */
  speak(text) {
    const [seen, heard] = [".calculator-status", ".calculator-heard"].map((place) => this.calculator.querySelector(place));
    if (seen) seen.textContent = text;
    this.hush();
    this.#speaking = setTimeout(() => {
      if (heard && heard.textContent !== text) heard.textContent = text;
    }, SPEAKING);
  }

  hush() {
    clearTimeout(this.#speaking);
  }
}
