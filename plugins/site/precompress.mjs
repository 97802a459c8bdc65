// Writes Brotli and gzip twins beside the files of a finished site, for hosts that send such files as they lie.
//   node plugins/site/precompress.mjs site .build/compressed
// What was compressed once is kept in the second folder: Brotli at its best takes a minute for the runtime.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [site, cache] = process.argv.slice(2);
const TEXT = /\.(css|csv|html|ics|js|json|mjs|svg|tbx|txt|wasm|xml|zip)$/;
const LEAST = 1024; // bytes: below that nothing is gained
const REGISTER = /(^|\/)register\//; // tens of thousands of files where a body has many certificates: half an hour at the best quality
const KINDS = /** @type {const} */ ([
  [".br", (/** @type {Buffer} */ content, /** @type {boolean} */ best) => brotliCompressSync(content, { params: {
    [constants.BROTLI_PARAM_QUALITY]: best ? constants.BROTLI_MAX_QUALITY : 5, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  } })],
  [".gz", (/** @type {Buffer} */ content, /** @type {boolean} */ best) => gzipSync(content, { level: best ? 9 : 6 })],
]);

mkdirSync(cache, { recursive: true });
for (const name of readdirSync(site, { recursive: true, encoding: "utf8" })) {
  const path = join(site, name);
  if (!TEXT.test(name)) continue;
  const content = readFileSync(path);
  if (content.length < LEAST) continue;
  const digest = createHash("sha256").update(content).digest("hex");
  for (const [suffix, compress] of KINDS) {
    const made = join(cache, digest + suffix);
    if (!existsSync(made)) writeFileSync(made, compress(content, !REGISTER.test(name)));
    copyFileSync(made, path + suffix);
  }
}
