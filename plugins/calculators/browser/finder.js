// A business is looked up in the worker while it is typed; a tap on a hit takes its place in the form.
import { runtime } from "./runtime.js";

const TYPING = 250; // milliseconds of rest before a search

/**
 * Looks for a business, and shows what was found below its field.
 * @param {HTMLInputElement} field @param {() => { message: { [name: string]: unknown }, page: string }} asking the request as it stands
 * @param {() => void} after a question of the form may have given way to this one
 * @returns {() => void} what each key does
 */
export function finder(field, asking, after) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  return () => {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const { message, page } = asking();
      const reply = await runtime.ask(JSON.stringify({ ...message, business: field.value }), page).catch(() => null);
      const place = field.parentElement?.querySelector(".calculator-found");
      if (reply && place) place.innerHTML = reply.html ?? "";
      after();
    }, TYPING);
  };
}
