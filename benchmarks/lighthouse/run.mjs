// Lighthouse with its phone profile on a procedure page and on the Estimator, served compressed; exit 1 below the bars.
//   node benchmarks/lighthouse/run.mjs http://127.0.0.1:8000/ /usr/bin/chromium
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [address, chromium] = process.argv.slice(2);
const PAGES = ["en/gz021/5/", "en/calculators/programme/"];
const BARS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const RUNS = 3; // the middle one counts

const require = createRequire(process.cwd() + "/.build/lighthouse/package.json");
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
const [{ default: lighthouse }, { launch }] = await Promise.all([load("lighthouse"), load("chrome-launcher")]);

const browser = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
let missed = false;
for (const page of PAGES) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push((await lighthouse(address + page, { port: browser.port, logLevel: "silent" })).lhr);
  runs.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const report = runs[Math.floor(RUNS / 2)];
  const scores = Object.entries(BARS).map(([name, bar]) => {
    const score = Math.round(report.categories[name].score * 100);
    missed ||= score < bar;
    return `${name} ${score}${score < bar ? ` (bar ${bar})` : ""}`;
  });
  console.log(`${page}: ${scores.join(", ")}`);
  for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]) {
    console.log(`  ${report.audits[name].title}: ${report.audits[name].displayValue}`);
  }
  console.log(`  power of this machine (Lighthouse's own measure; 1500 and more is usual): ${report.environment.benchmarkIndex}`);
}
browser.kill();
process.exit(missed ? 1 : 0);
