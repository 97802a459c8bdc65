// Serves a finished site for the benchmark: Brotli, long caching of hashed names, a line of a given speed; counts what it sends.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [root, cache] = process.argv.slice(2);
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
const PIECE = 8 * 1024;
mkdirSync(cache, { recursive: true });

let bytes = 0;
let line = { bits: 0, delay: 0 }; // bits per second of all connections together; 0 for no limit
let free = 0; // when the line is free again

const wait = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} path */
function compressed(path) {
  const content = readFileSync(path);
  const made = join(cache, createHash("sha256").update(content).digest("hex"));
  if (!existsSync(made)) {
    writeFileSync(made, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } }));
  }
  return readFileSync(made);
}

const policy = existsSync(join(root, "_headers")) ? (readFileSync(join(root, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)?.[1] ?? "") : "";

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname === "/.line") {
    line = { bits: Number(url.searchParams.get("bits")), delay: Number(url.searchParams.get("delay")) };
    response.end(String(bytes));
    bytes = 0;
    return;
  }
  let path = normalize(join(root, decodeURIComponent(url.pathname)));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
  if (line.delay) await wait(line.delay);
  if (!path.startsWith(normalize(root)) || !existsSync(path)) {
    response.writeHead(404).end();
    return;
  }
  const hashed = /\/assets\/(calculators|javascripts|stylesheets)\//.test(url.pathname);
  const tag = `"${statSync(path).mtimeMs}"`;
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, { ETag: tag }).end();
    return;
  }
  const brotli = String(request.headers["accept-encoding"]).includes("br");
  const body = brotli ? compressed(path) : readFileSync(path);
  response.writeHead(200, {
    "Content-Type": TYPES[/** @type {keyof TYPES} */ (extname(path))] ?? "application/octet-stream",
    "Content-Length": body.length,
    ...(brotli ? { "Content-Encoding": "br" } : {}),
    "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
    ...(policy ? { "Content-Security-Policy": policy } : {}),
  });
  bytes += body.length;
  if (!line.bits) {
    response.end(body);
    return;
  }
  for (let at = 0; at < body.length; at += PIECE) {
    const now = performance.now();
    free = Math.max(free, now) + (Math.min(PIECE, body.length - at) * 8000) / line.bits;
    if (free > now + 1) await wait(free - now);
    response.write(body.subarray(at, at + PIECE));
  }
  response.end();
});
server.listen(0, "127.0.0.1", () => console.log(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
