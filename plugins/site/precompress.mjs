// Writes Brotli and gzip twins beside the files of a finished site, for hosts that send such files as they lie.
//   node plugins/site/precompress.mjs site .build/compressed
// What was compressed once is kept in the second folder: Brotli at its best takes a minute for the runtime.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [site, cache] = process.argv.slice(2);
const TEXT = /\.(bin|css|csv|html|ics|js|json|mjs|svg|tbx|txt|wasm|xml|zip)$/;
const LEAST = 1024; // bytes: below that nothing is gained
const REGISTER = /(^|\/)register\//; // tens of thousands of files where a body has many certificates: half an hour at the best quality
const SPOKEN_OF = /^(pyodide\.asm\.(wasm|mjs)|memory\.bin|site\..*\.css|bundle\..*\.js)$/;
const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
const KINDS = /** @type {const} */ ([
  [".br", (/** @type {Buffer} */ content, /** @type {boolean} */ best) => brotli(content, { params: {
    [constants.BROTLI_PARAM_QUALITY]: best ? constants.BROTLI_MAX_QUALITY : 5, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  } })],
  [".gz", (/** @type {Buffer} */ content, /** @type {boolean} */ best) => gzipped(content, { level: best ? 9 : 6 })],
]);

/** What was compressed before, or is now; a build that is broken off leaves no half file. @param {string} made @param {() => Promise<Buffer>} compress */
async function kept(made, compress) {
  try {
    return await readFile(made);
  } catch {
    const content = await compress();
    await writeFile(`${made}.draft`, content);
    await rename(`${made}.draft`, made);
    return content;
  }
}

const sizes = { plain: 0, ".br": 0, ".gz": 0 };

/** @param {string} name */
async function twins(name) {
  const content = await readFile(join(site, name));
  if (content.length < LEAST) return;
  const digest = createHash("sha256").update(content).digest("hex");
  const made = { plain: content.length, ".br": 0, ".gz": 0 };
  for (const [suffix, compress] of KINDS) {
    made[suffix] = (await kept(join(cache, digest + suffix), () => compress(content, !REGISTER.test(name)))).length;
    await copyFile(join(cache, digest + suffix), join(site, name + suffix));
  }
  for (const kind of /** @type {const} */ (["plain", ".br", ".gz"])) sizes[kind] += made[kind];
  if (SPOKEN_OF.test(basename(name))) tell(name, made);
}

/** @param {string} what @param {typeof sizes} made */
function tell(what, made) {
  const [plain, small, smaller] = [made.plain, made[".gz"], made[".br"]].map((size) => `${(size / 1000).toFixed(0)} kB`.padStart(9));
  console.log(`${plain}, gzip ${small}, Brotli ${smaller}  ${what}`);
}

await mkdir(cache, { recursive: true });
const names = (await readdir(site, { recursive: true })).filter((name) => TEXT.test(name)).values();
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (const name of names) await twins(name);
}));
tell("all that is compressed", sizes);
