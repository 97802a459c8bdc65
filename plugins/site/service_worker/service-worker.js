// Pages that were visited, and all they are made of, work without a line; what was kept of an older build is renewed.
// The build writes BUILD before this text: the same names and pages give the same version, anything else a new one.
// Files whose names change with their content come from what is kept, everything else from the network while there is one.

const KEPT = `clausebook ${registration.scope} `; // one origin may bear several sites
const NAME = KEPT + BUILD.version;
const PAGES = 100; // renewed at most

/** @param {string} path */
const hashed = (path) => BUILD.folders.some((folder) => path.startsWith(folder));

/** Below the site's folder, without what was asked: a calculator's link holds the reader's request. @param {string} url */
const path = (url) => decodeURI(url.slice(registration.scope.length).replace(/[?#].*/, ""));

/** The name that stays from one build to the next. @param {string} path */
const bare = (path) => path.replace(/[-.](\d+\.\d+\.\d+|[0-9a-f]{8,12})(?=[./])/g, "");

/** @param {string} at @param {Response} response */
async function put(at, response) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return; // no error is ever kept
  await (await caches.open(NAME)).put(new URL(at, registration.scope), response);
}

/** Fetches what is not there yet; what cannot be had now is left for later. @param {string[]} paths */
async function keep(paths) {
  const cache = await caches.open(NAME);
  const missing = paths.map(async (at) => {
    const url = new URL(at, registration.scope);
    if (!(await cache.match(url))) await put(at, await fetch(url));
  });
  await Promise.allSettled(missing);
}

/** What was kept of the last build, in its present form. */
async function renew() {
  const last = (await builds()).filter((name) => name !== NAME).at(-1);
  if (last === undefined) return;
  const [before, now] = await Promise.all([caches.open(last), caches.open(NAME)]);
  const kept = (await before.keys()).map((request) => path(request.url));
  const names = new Map(BUILD.files.map((file) => [bare(file), file]));
  const files = kept.filter(hashed);
  for (const file of files.filter((file) => BUILD.files.includes(file))) {
    const response = await before.match(new URL(file, registration.scope));
    if (response) await now.put(new URL(file, registration.scope), response);
  }
  await keep(files.flatMap((file) => names.get(bare(file)) ?? []));
  await keep(kept.filter((at) => !hashed(at)).slice(-PAGES));
}

/** The names of what is kept for this site, the oldest first. */
const builds = async () => (await caches.keys()).filter((name) => name.startsWith(KEPT));

/** What was visited between two builds is in the last one's; the builds before are gone. */
async function forget() {
  const old = (await builds()).filter((name) => name !== NAME).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {FetchEvent} event @param {string} at */
async function fromKept(event, at) {
  const found = await caches.match(new URL(at, registration.scope));
  if (found) return found;
  const response = await fetch(event.request);
  event.waitUntil(put(at, response.clone()));
  return response;
}

/** @param {FetchEvent} event @param {string} at */
async function fromNetwork(event, at) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(put(at, response.clone()));
    return response;
  } catch (offline) {
    const url = new URL(at, registration.scope);
    const found = (await (await caches.open(NAME)).match(url)) ?? (await caches.match(url));
    if (found) return found;
    throw offline;
  }
}

// It takes over when no page of the site is open any more. `skipWaiting` would gain nothing, as pages come from the
// network, and lets Chromium (156) wait for ever with a page that is asked for just then.
addEventListener("install", (event) => {
  event.waitUntil(renew());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forget(), clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener("message", (event) => {
  const urls = /** @type {string[]} */ (event.data).filter((url) => url.startsWith(registration.scope));
  event.waitUntil(keep([...new Set(urls.map(path))]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope) || request.headers.has("range")) return;
  const at = path(request.url);
  event.respondWith(hashed(at) ? fromKept(event, at) : fromNetwork(event, at));
});
