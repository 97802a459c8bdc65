// The worker as the page sees it: the newest question is answered, a worker that is stuck or gone is replaced.

import { FILES, INFO, LIBRARY, PYODIDE, SMALL } from "./paths.js";

/**
 * @typedef {object} Reply what `plugins.calculators.respond` writes
 * @property {import("./sections.js").Section[]} [sections] the answer
 * @property {object} [answer] the same as the calculator gave it
 * @property {string} [html] what was asked for besides
 * @property {string} [summary]
 * @property {{ path: string, key: string, text: string }[]} [errors]
 * @property {string} [record] the determination record, HTML
 * @property {{ name: string, type: string, base64: string }} [file]
 *
 * @typedef {"old" | "wasm" | "worker" | "load" | "time" | "rules"} Failure
 * @typedef {{ id: number, page: string, message: string }} Question
 * @typedef {{ question: Question, resolve: (reply: Reply | null) => void, reject: (failure: RuntimeFailure) => void, tries: number }} Open
 * @typedef {{ kind: "ready" } | { kind: "received", id: number } | { kind: "reply", id: number, text: string }
 *   | { kind: "failed", reason: Failure | "library", detail: string, id?: number }} Report
 */

/** Why no answer came; the page has a sentence for each reason. */
export class RuntimeFailure extends Error {
  /** @param {Failure} reason @param {string} detail */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

const WORKER = new URL("./worker.js", import.meta.url);

/** The first paint: before it, three megabytes would only stand in the way of the page. */
export const seen = /** @type {Promise<void>} */ (new Promise((resolve) => {
  if (!PerformanceObserver.supportedEntryTypes.includes("paint")) resolve();
  else new PerformanceObserver(() => resolve()).observe({ type: "paint", buffered: true });
}));

/** Milliseconds: to start on a slow line, to take a question when idle, to answer it on a slow machine. */
const LIMITS = { start: 120_000, take: 2_500, answer: 20_000 };

export class Runtime {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Open | undefined} */ #open;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #ready = false;
  #whole = false;
  #told = false;
  #id = 0;

  /** Begin loading, if that has not begun. */
  start() {
    if (this.#worker) return;
    this.#ready = false;
    let modules = false; // a browser that knows no module workers does not ask for the type
    const options = {
      name: "calculators",
      /** @returns {WorkerType} */
      get type() {
        modules = true;
        return "module";
      },
    };
    try {
      this.#worker = new Worker(WORKER, options);
      if (!modules) {
        this.#stop();
        this.#fail("old", "no module workers");
        return;
      }
      this.#worker.postMessage(this.#whole ? { pyodide: PYODIDE, library: LIBRARY, info: INFO } : { pyodide: SMALL, info: INFO });
    } catch (error) {
      this.#fail("worker", String(error));
      return;
    }
    this.#worker.addEventListener("message", ({ data }) => this.#report(data));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#again("worker", event.message ?? "worker-src of the Content-Security-Policy, or an old browser");
    });
    if (this.#open) this.#send();
  }

  /**
   * The reply, or null when a newer question came first.
   * @param {string} message @param {string} page
   * @returns {Promise<Reply | null>}
   */
  ask(message, page) {
    this.#open?.resolve(null);
    const { promise, resolve, reject } = withResolvers();
    this.#open = { question: { id: ++this.#id, page, message }, resolve, reject, tries: 0 };
    if (this.#worker) this.#send();
    else this.start();
    return promise;
  }

  #send() {
    this.#limit(this.#ready ? LIMITS.take : LIMITS.start);
    this.#worker?.postMessage(this.#open?.question);
  }

  /** @param {Report} report */
  #report(report) {
    if (report.kind === "ready") {
      this.#ready = true;
      if (this.#open) this.#limit(LIMITS.answer);
    } else if (report.kind === "received") {
      if (this.#ready && report.id === this.#open?.question.id) this.#limit(LIMITS.answer);
    } else if (report.kind === "reply") {
      if (report.id !== this.#open?.question.id) return;
      this.#limit(0);
      const open = this.#open;
      this.#open = undefined;
      this.#tell(open.question.page);
      open.resolve(JSON.parse(report.text));
    } else if ((report.reason === "library" || (report.reason === "load" && report.id === undefined)) && !this.#whole) {
      this.#whole = true; // something may be missing from the small runtime: take the whole one
      this.#again(report.reason === "load" ? "load" : "rules", report.detail);
    } else if (report.reason === "wasm") {
      this.#stop();
      this.#fail("wasm", report.detail);
    } else if (report.id === undefined || report.id === this.#open?.question.id) {
      this.#again(report.reason === "library" ? "rules" : report.reason, report.detail);
    }
  }

  /** What all this runs on, for whoever keeps it for days without a line. @param {string} page */
  #tell(page) {
    if (!this.#told) dispatchEvent(new CustomEvent("calculators-run", { detail: [...FILES, WORKER.href, page] }));
    this.#told = true;
  }

  /** @param {number} milliseconds 0 for no limit */
  #limit(milliseconds) {
    clearTimeout(this.#timer);
    if (milliseconds) this.#timer = setTimeout(() => this.#again("time", `${milliseconds} ms`), milliseconds);
  }

  #stop() {
    this.#limit(0);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /**
   * A new worker for the same question, once; then the question fails.
   * @param {Failure} reason @param {string} detail
   */
  #again(reason, detail) {
    this.#stop();
    if (this.#open && this.#open.tries++ < 1) this.start();
    else this.#fail(reason, detail);
  }

  /** @param {Failure} reason @param {string} detail */
  #fail(reason, detail) {
    const open = this.#open;
    this.#open = undefined;
    open?.reject(new RuntimeFailure(reason, detail));
  }
}

/** @returns {{ promise: Promise<Reply | null>, resolve: Open["resolve"], reject: Open["reject"] }} */
function withResolvers() {
  /** @type {any} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}

/** One worker for the whole visit: instant navigation keeps it. */
export const runtime = new Runtime();
