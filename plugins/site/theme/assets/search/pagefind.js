// @ts-check
/**
 * Pagefind as the search dialog loads it, with one thing added: clause numbers in Chinese.
 * Pagefind cuts Chinese into words and would cut 5.4.2.3 at its dots, so the Chinese index (search.py) holds a letter
 * that looks like a dot; what is asked is changed into it, and what is found is changed back.
 */

// @ts-expect-error The module is there when the site is built.
import * as pagefind from "../../pagefind/pagefind.js"

const DOT = "\uA78F"

/** @typedef {{ title: string, excerpt: string }} Passage */
/** @typedef {Passage & { sub_results: Passage[] }} Found */

/** @param {Passage} passage */
function dotted(passage) {
  passage.excerpt = passage.excerpt.replaceAll(DOT, ".")
  if (passage.title) passage.title = passage.title.replaceAll(DOT, ".")
}

/** @param {object} options */
export function createInstance(options) {
  const instance = pagefind.createInstance(options)
  if (document.documentElement.lang !== "zh") return instance
  const search = instance.search.bind(instance)
  /** @param {string | null} term @param {object} [filters] */
  instance.search = async (term, filters) => {
    const answer = await search(term && term.replace(/(?<=\d)\.(?=\d)/g, DOT), filters)
    for (const result of answer?.results ?? []) {
      const data = result.data.bind(result)
      result.data = async () => {
        /** @type {Found} */
        const found = await data()
        for (const passage of [found, ...found.sub_results]) dotted(passage)
        return found
      }
    }
    return answer
  }
  return instance
}
