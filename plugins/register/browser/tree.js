// @ts-check
// The sorted tree of small files that the build writes (tree.py): what begins with some letters.
import { before } from "./normal.js";

const LEAVES = 2; // at most so many are read for one beginning: what lies further has too many companions

/** @typedef {[shown: string, page: number, id: string] | [ending: string, count: number]} Entry */
/** @typedef {{ nodes: [mark: string, first: number][], leaves: number, longest: number }} Root */

/** @param {string} path @returns {Promise<any>} */
async function file(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer.json();
}

/** The place of the last mark before the text, or the first of all. @param {string[]} marks @param {string} text */
const below = (marks, text) => Math.max(0, marks.findLastIndex((mark) => before(mark, text)));

/**
 * The entries around each beginning, and whether there are more of them than were read.
 * @param {string} folder @param {string[]} beginnings @returns {Promise<{ entries: Entry[], more: boolean }>}
 */
export async function find(folder, beginnings) {
  const root = /** @type {Root} */ (await file(`${folder}root.json`));
  const cut = beginnings.map((beginning) => [...beginning].slice(0, root.longest).join(""));
  const found = await Promise.all(cut.map((beginning) => around(folder, root, beginning)));
  return { entries: found.flatMap(({ entries }) => entries), more: found.some(({ more }) => more) };
}

/** @param {string} folder @param {Root} root @param {string} beginning */
async function around(folder, root, beginning) {
  if (!root.leaves) return { entries: [], more: false };
  const node = below(root.nodes.map(([mark]) => mark), beginning);
  const marks = /** @type {string[]} */ (await file(`${folder}node/${node}.json`));
  const first = below(marks, beginning);
  const ahead = marks.slice(first + 1).findIndex((mark) => !mark.startsWith(beginning) && !before(mark, beginning));
  const own = ahead < 0 ? marks.length - first : ahead + 1;
  const start = root.nodes[node][1] + first;
  const open = ahead < 0 && root.nodes[node + 1]?.[0].startsWith(beginning); // the next node goes on
  const count = Math.min(LEAVES, open ? own + 1 : own);
  const leaves = await Promise.all(Array.from({ length: count }, (_, place) => file(`${folder}leaf/${start + place}.json`)));
  return { entries: /** @type {Entry[]} */ (leaves.flat()), more: own > count || Boolean(open) };
}
