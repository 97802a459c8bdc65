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
    this.speak(this.#words(key));
  }

  /** @param {string} text @param {string} [aloud] where it is not the same */
  speak(text, aloud = text) {
    const [seen, heard] = [".calculator-status", ".calculator-heard"].map((place) => this.calculator.querySelector(place));
    if (seen) seen.textContent = text;
    this.hush();
    this.#speaking = setTimeout(() => {
      if (heard && heard.textContent !== aloud) heard.textContent = aloud;
    }, SPEAKING);
  }

  /** What the example gives: it stands there from the start, and nobody asked for it. */
  example() {
    this.speak(this.#words("example_gives"), "");
  }

  /** @param {string} key */
  #words(key) {
    return this.calculator.querySelector(`[data-words="${key}"]`)?.textContent ?? "";
  }

  hush() {
    clearTimeout(this.#speaking);
  }
}
