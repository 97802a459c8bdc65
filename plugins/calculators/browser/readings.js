// The readings of an answer, once they are in sight: what another value of each would move, one question after the other.
import { runtime } from "./runtime.js";

const REST = 400; // milliseconds of rest after an answer

/** What stood for an answer before this one. @param {Element} answer */
export function forgetMoves(answer) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (answer.querySelectorAll("[data-known]"))) {
    place.replaceChildren();
    delete place.dataset.known;
  }
}

/**
 * @param {Element} answer @param {() => { message: { [name: string]: unknown }, page: string }} asking the request as it stands
 * @returns {() => void} stops, since a newer answer comes
 */
export function showMoves(answer, asking) {
  let over = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  const section = answer.querySelector(".calculator-readings");
  const seen = new IntersectionObserver(([entry]) => {
    clearTimeout(resting);
    if (entry?.isIntersecting) resting = setTimeout(fillIn, REST);
  });
  if (section) seen.observe(section);

  async function fillIn() {
    seen.disconnect();
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (answer.querySelectorAll("[data-moves]:not([data-known])"))) {
      if (over) return;
      const { message, page } = asking();
      const reply = await runtime.ask(JSON.stringify({ ...message, reading: place.dataset.moves }), page).catch(() => null);
      if (over || !reply) return;
      place.innerHTML = reply.html ?? "";
      place.dataset.known = "";
    }
  }
  return () => {
    over = true;
    clearTimeout(resting);
    seen.disconnect();
  };
}
