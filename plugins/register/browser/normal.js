// @ts-check
// How names and numbers are compared. The build does the same in normal.py; a test holds the two together.

const SINGLE = "\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const APART = "\\p{P}\\p{S}\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}";
const WORDS = new RegExp(`[${SINGLE}]|[^${SINGLE}${APART}]+`, "gu");

/** Without case, accents and width. @param {string} text */
export const folded = (text) =>
  text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("ς", "σ").replaceAll("ß", "ss").normalize("NFC");

/** The words that a search can begin with. @param {string} text @returns {string[]} */
export const words = (text) => folded(text).match(WORDS) ?? [];

/** A number as it is compared. @param {string} text */
export const code = (text) => words(text).join("");

/**
 * Whether a comes before b by code points, as the build sorts: by code units, what lies beyond U+FFFF would come too early.
 * @param {string} a @param {string} b
 */
export function before(a, b) {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((sign, place) => sign !== other[place]);
  if (at < 0) return one.length < other.length;
  return at < other.length && /** @type {number} */ (one[at].codePointAt(0)) < /** @type {number} */ (other[at].codePointAt(0));
}
