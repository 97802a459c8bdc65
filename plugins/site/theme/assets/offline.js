// @ts-check
/** What a reader has visited stays readable without a line: the service worker keeps it. */

const root = new URL("../../", import.meta.url)
const worker = location.protocol.startsWith("http") && "serviceWorker" in navigator ? navigator.serviceWorker : undefined

/**
 * Files of the site that were there before the service worker was.
 * @param {string[]} urls
 */
async function keep(urls) {
  const { active } = /** @type {ServiceWorkerRegistration} */ (await worker?.ready)
  active?.postMessage(urls)
}

/** Milliseconds after which a calculator that has no answer is no longer waited for. */
const LATEST = 20_000

/** @param {() => void} task */
const idle = task => "requestIdleCallback" in window ? requestIdleCallback(task) : setTimeout(task, 500)

function register() {
  worker?.register(new URL("service-worker.js", root), { scope: root.pathname }).catch(error => console.info(String(error)))
  document$.subscribe(() => keep([location.href, ...performance.getEntriesByType("resource").map(entry => entry.name)]))
}

const answered = new Promise(done => addEventListener("calculators-run", done, { once: true }))
/** @param {number} milliseconds */
const after = milliseconds => new Promise(done => setTimeout(done, milliseconds))

/** Registers once the page is there, and its calculator's answer: two workers at once would stand in each other's way. */
async function wait() {
  if (document.querySelector("clause-calculator")) await Promise.race([answered, after(LATEST)])
  idle(register)
}

if (worker) {
  if (document.readyState === "complete") wait()
  else addEventListener("load", wait)
  // The calculators say what they run on once they run, so that nothing is fetched beside it.
  addEventListener("calculators-run", event => keep(/** @type {CustomEvent<string[]>} */ (event).detail))
}
