import "./steps/node-version.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { chromium } from "./steps/chromium.mjs";
import { install } from "./steps/install.mjs";
import { demoSettings, fill } from "./steps/demo.mjs";
import { freePort } from "./steps/ports.mjs";
import { ROOT, run } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";
import { serve } from "./steps/serve.mjs";

const ON_JEST = ["rules", "screens", "database", "journeys"];
const PARTS = ["check", ...ON_JEST, "browser"];
const RESULTS = path.join(ROOT, ".data/test/results");

const total = { passed: 0, failed: 0, skipped: 0 };

await inOneSentence(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Sentence(`There is no part ${unknown.join(", ")}: ${PARTS.join(", ")}.`);
  const parts = asked.length > 0 ? asked : PARTS;
  await install();
  mkdirSync(RESULTS, { recursive: true });
  if (parts.includes("check")) await check(parts);
  const projects = ON_JEST.filter((part) => parts.includes(part));
  if (projects.length > 0) await jest("18", projects);
  if (parts.includes("database")) await onFifteen();
  if (parts.includes("browser")) await browser();
});
if (process.exitCode === 1) total.failed += 1;
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function count({ passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** The architecture's test is one of the rules: it is run on its own only where those are not asked for. */
async function check(parts) {
  heading("Types, lint and format");
  const { checks } = await import("./check.mjs");
  count(await checks({ architecture: !parts.includes("rules") }));
}

async function onFifteen() {
  const { isInstalled } = await import("./database/binaries.mjs");
  if (isInstalled(15)) return jest("15", ["database"]);
  console.log(
    "\nThe database tests were not repeated on PostgreSQL 15: it is not installed in /usr/lib/postgresql/15.",
  );
}

async function jest(postgres, projects) {
  heading(`${projects.join(", ")} (PostgreSQL ${postgres}, Node ${process.versions.node})`);
  const outcome = path.join(RESULTS, `jest-${postgres}.json`);
  rmSync(outcome, { force: true });
  const args = ["node_modules/jest/bin/jest.js", "--selectProjects", ...projects, "--json", `--outputFile=${outcome}`];
  const { code } = await run(process.execPath, args, {
    // The publishers' own files are imported once: what differs between two databases shows with small ones too.
    env: { TEST_POSTGRES: postgres, ...(postgres !== "18" && { SHARED_DATA: "" }) },
  });
  if (!existsSync(outcome)) return count({ passed: 0, failed: 1 });
  const said = JSON.parse(readFileSync(outcome, "utf8"));
  const failed = said.numFailedTests + said.numRuntimeErrorTestSuites;
  count({ passed: said.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: said.numPendingTests });
}

async function browser() {
  heading("browser");
  const CHROMIUM_PATH = await chromium();
  const { build } = await import("./build.mjs");
  const { copies, dropCopies, testCluster } = await import("./database/template.mjs");
  await build();
  const cluster = await testCluster(18);
  try {
    const { urls } = await copies(cluster, ["browser"]);
    const port = await freePort();
    // The tests come from many addresses, so that what one does a lot is not counted against another.
    const env = { ...demoSettings({ port, urls: urls.browser, home: RESULTS }), TRUSTED_PROXIES: "1" };
    await fill(env);
    const serving = { env: { ...env, HOSTNAME: "127.0.0.1" }, port, output: "ignore" };
    const server = await serve([".next/standalone/start.mjs"], serving);
    try {
      await playwright({ ...env, CHROMIUM_PATH, BROWSER_TEST_ORIGIN: `http://localhost:${port}` });
    } finally {
      await server.stop();
    }
  } finally {
    await dropCopies(cluster);
    await cluster.stop();
  }
}

async function playwright(env) {
  if (!readdirSync(path.join(ROOT, "tests/browser"), { recursive: true }).some((file) => file.endsWith(".spec.ts"))) {
    throw new Sentence("There are no browser tests in tests/browser.");
  }
  const outcome = path.join(RESULTS, "playwright.json");
  rmSync(outcome, { force: true });
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const { code } = await run(process.execPath, args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: outcome } });
  if (!existsSync(outcome)) return count({ passed: 0, failed: 1 });
  const { stats, errors } = JSON.parse(readFileSync(outcome, "utf8"));
  const failed = stats.unexpected + stats.flaky + errors.length;
  count({ passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), skipped: stats.skipped });
}

function heading(words) {
  console.log(`\n── ${words}`);
}
