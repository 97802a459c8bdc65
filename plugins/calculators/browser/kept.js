// What the reader has put in: a draft that this browser keeps, and a link that holds the whole request.
// The link carries it behind "#": browsers never send that part to the server.

/** @typedef {import("./form.js").Request} Request */

const DRAFT = "calculator:";
const LINKED = "#q=";
const LONG = 1500; // characters: a longer request is packed
export const LARGEST = 5_000_000; // bytes of a request: more is none of ours

/** @template T @param {() => T} access @returns {T | undefined} nothing where the browser forbids storage */
function storage(access) {
  try {
    return access();
  } catch {
    return undefined;
  }
}

/** @param {string | null | undefined} text @returns {Request | undefined} */
export function parsed(text) {
  try {
    const value = JSON.parse(text ?? "null");
    return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name of the calculator */
export const draft = (name) => parsed(storage(() => localStorage.getItem(DRAFT + name)));

/** @param {string} name @param {Request} request */
export const keep = (name, request) => storage(() => localStorage.setItem(DRAFT + name, JSON.stringify(request)));

/** The drafts of all calculators. */
export function forget() {
  storage(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
  });
}

/** @param {Request} request @returns {Promise<string>} the address of this page with the request */
export async function link(request) {
  const text = JSON.stringify(request);
  return location.href.split(/[?#]/)[0] + LINKED + (text.length > LONG ? await packed(text) : encodeURIComponent(text));
}

/** The request of the link that led here, from this page's button or, as "?q=", from another page; the address is plain again afterwards. @param {string} [address] */
export async function linked(address = location.href) {
  const url = new URL(address);
  const written = url.hash.startsWith(LINKED) ? url.hash.slice(LINKED.length) : undefined;
  const asked = url.searchParams.get("q");
  if (written === undefined && asked === null) return undefined;
  history.replaceState(history.state, "", url.pathname);
  try {
    return parsed(written === undefined ? asked : /^%7B/i.test(written) ? decodeURIComponent(written) : await unpacked(written));
  } catch {
    return undefined; // damaged: the draft or the example stays
  }
}

/** @param {string} text @returns {Promise<string>} deflated, in letters that an address may hold */
async function packed(text) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} written */
async function unpacked(written) {
  const letters = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes));
}

/** @param {CompressionStream | DecompressionStream} stream @param {Uint8Array<ArrayBuffer>} bytes */
async function through(stream, bytes) {
  const parts = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > LARGEST) throw new RangeError(`more than ${LARGEST} bytes`);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
