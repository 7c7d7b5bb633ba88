import "./steps/node-version.mjs";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { chromium } from "./steps/chromium.mjs";
import { install } from "./steps/install.mjs";
import { ROOT, run } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const ON_JEST = ["rules", "screens", "database", "journeys"];
const PARTS = ["check", ...ON_JEST, "browser"];
const RESULTS = path.join(ROOT, ".data/test/results");
/** How long each test took, one line each, kept between runs so that `.ci/run` can name the slowest. */
const TIMES = path.join(RESULTS, "times.tsv");

/**
 * Tests that are not repeated on a second database or another Node: those that send great numbers of requests, kill
 * processes or use the publishers' own files, which are not there the second time. Other tests, which are repeated, use
 * the same statements and libraries. Files are listed in full, so that a new test is repeated until someone says why it
 * need not be.
 */
const ONCE = [
  "accounts/lock-race",
  "accounts/nothing-told",
  "backup",
  "email/mail-storm",
  "jobs/year-of-mail",
  "pgbouncer",
  "registers/real",
  "replica",
  "returns/killed",
  "workbook/killed",
  "workbook/mutated",
  "workbook/other-programs",
].map((file) => `tests/database/${file}`);
/**
 * Tests that another Node need not repeat either: those that read our own source, the longest random trials of
 * arithmetic, and queries that the database answers. Text, dates, files, compression, threads, sockets, secrets and
 * native packages can differ there, so their tests are repeated.
 */
const SAME_ON_ANY_NODE = [
  "rules/architecture",
  "rules/known-holes",
  "rules/questions/properties",
  "rules/returns/same-verdict",
  "database/access",
  "database/beds/beds",
  "database/people/closing",
  "database/people/managing",
  "database/people/opened-record",
  "database/people/policy",
  "database/reports/area-figures",
  "database/roles",
  "database/reports/recounts",
  "database/workbook/same-verdict",
].map((file) => `tests/${file}`);

const total = { passed: 0, failed: 0, skipped: 0 };

await inOneSentence(async () => {
  const asked = process.argv.slice(2);
  const again = asked.includes("--again");
  const words = asked.filter((word) => !PARTS.includes(word) && word !== "--again");
  const unknown = words.filter((word) => !isFile(word));
  if (unknown.length > 0)
    throw new Sentence(`There is no part and no test called ${unknown.join(", ")}: the parts are ${PARTS.join(", ")}.`);
  const named = asked.filter((word) => PARTS.includes(word));
  const parts = named.length > 0 ? named : PARTS;
  await install();
  mkdirSync(RESULTS, { recursive: true });
  if (parts.includes("check")) await check(parts);
  const projects = ON_JEST.filter((part) => parts.includes(part));
  if (projects.length > 0 && !again) await jest("18", projects, { only: words });
  const repeats = again || (parts.includes("database") && words.length === 0 && !process.env.REPEATED_LATER);
  if (repeats) await repeat(again ? projects : ["database"], again);
  if (parts.includes("browser")) await browser(words);
});
slowest();
if (process.exitCode === 1) total.failed += 1;
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** Whether a word is part of a test file's name. */
function isFile(word) {
  const files = readdirSync(path.join(ROOT, "tests"), { recursive: true });
  return files.some((file) => /\.(test|spec)\./.test(file) && file.includes(word));
}

function slowest() {
  if (!existsSync(TIMES)) return;
  const times = readFileSync(TIMES, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  console.log("── the slowest tests, in seconds");
  for (const [ms, name] of times.sort((a, b) => b[0] - a[0]).slice(0, 10))
    console.log(`${(ms / 1000).toFixed(1)}  ${name}`);
}

/** Lines of [milliseconds, name] for the list of the slowest. */
function keepTimes(times) {
  appendFileSync(TIMES, times.map(([ms, name]) => `${Math.round(ms)}\t${name.replace(/\s+/g, " ")}\n`).join(""));
}

function count({ passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** The architecture test is one of the rules tests, so it runs separately only if those are not run. */
async function check(parts) {
  heading("Types, lint and format");
  const { checks } = await import("./check.mjs");
  count(await checks({ architecture: !parts.includes("rules") }));
}

/**
 * Runs tests again on PostgreSQL 15 and, with `--again`, on the Node that runs this. To repeat on both, set
 * REPEATED_LATER for the first run and do both at once.
 */
async function repeat(projects, onAnotherNode) {
  const { isInstalled } = await import("./database/binaries.mjs");
  if (isInstalled(15)) {
    const rules = SAME_ON_ANY_NODE.filter((file) => file.startsWith("tests/rules/"));
    return jest("15", projects, { but: [...ONCE, ...(onAnotherNode ? rules : [])] });
  }
  console.log(
    "\nThe database tests were not repeated on PostgreSQL 15: it is not installed in /usr/lib/postgresql/15.",
  );
  if (onAnotherNode) await jest("18", projects, { but: [...ONCE, ...SAME_ON_ANY_NODE] });
}

async function jest(postgres, projects, { only = [], but = [] } = {}) {
  heading(`${projects.join(", ")} (PostgreSQL ${postgres}, Node ${process.versions.node})`);
  const outcome = path.join(RESULTS, `jest-${postgres}.json`);
  rmSync(outcome, { force: true });
  const args = [
    ...["node_modules/jest/bin/jest.js", ...only, "--maxWorkers=2", "--json", `--outputFile=${outcome}`],
    ...(but.length > 0 ? [`--testPathIgnorePatterns=/(${but.join("|")})\\.test\\.ts$`] : []),
    ...["--selectProjects", ...projects],
  ];
  const { code } = await run(process.execPath, args, {
    // The publishers' own files are imported once: small files also show any difference between two databases.
    env: { TEST_POSTGRES: postgres, ...(postgres !== "18" && { SHARED_DATA: "" }) },
  });
  if (!existsSync(outcome)) return count({ passed: 0, failed: 1 });
  const said = JSON.parse(readFileSync(outcome, "utf8"));
  const failed = said.numFailedTests + said.numRuntimeErrorTestSuites;
  keepTimes(
    said.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ duration, fullName }) => [duration ?? 0, `${path.relative(ROOT, name)}: ${fullName}`]),
    ),
  );
  count({ passed: said.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: said.numPendingTests });
}

async function browser(words) {
  heading("browser");
  const CHROMIUM_PATH = await chromium();
  const { withOwnService } = await import("./steps/own-service.mjs");
  await withOwnService("browser", RESULTS, (env, origin) =>
    playwright({ ...env, CHROMIUM_PATH, BROWSER_TEST_ORIGIN: origin }, words),
  );
}

async function playwright(env, words) {
  if (!readdirSync(path.join(ROOT, "tests/browser"), { recursive: true }).some((file) => file.endsWith(".spec.ts"))) {
    throw new Sentence("There are no browser tests in tests/browser.");
  }
  const outcome = path.join(RESULTS, "playwright.json");
  rmSync(outcome, { force: true });
  const args = ["node_modules/@playwright/test/cli.js", "test", ...words, "--reporter=list,json"];
  const { code } = await run(process.execPath, args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: outcome } });
  if (!existsSync(outcome)) return count({ passed: 0, failed: 1 });
  const { stats, errors, suites } = JSON.parse(readFileSync(outcome, "utf8"));
  keepTimes(
    suites
      .flatMap(specsOf)
      .map(({ file, title, tests }) => [
        tests[0].results.reduce((ms, { duration }) => ms + duration, 0),
        `tests/browser/${file}: ${title}`,
      ]),
  );
  const failed = stats.unexpected + stats.flaky + errors.length;
  count({ passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), skipped: stats.skipped });
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function heading(words) {
  console.log(`\n── ${words}`);
}
