import "./steps/node-version.mjs";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium as playwright } from "@playwright/test";
import pg from "pg";
import { chromium } from "./steps/chromium.mjs";
import { install } from "./steps/install.mjs";
import { freePort } from "./steps/ports.mjs";
import { must, ROOT } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const HOME = path.join(ROOT, ".data/lighthouse");
/** The last version that runs on Node 20. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const LEAST = { performance: 0.95, accessibility: 1 };
const RETURN = "/returns/{location}/care_home";

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * The pages that people use daily, with who opens each. `{location}` is Rosewood, `{receipt}` one of its receipts,
 * `{council}` its council.
 */
const PAGES = [
  ["", "/"],
  ["", "/sign-in"],
  ["", "/register"],
  ["manager@demo.example", "/home"],
  ["manager@demo.example", "/returns"],
  ["manager@demo.example", RETURN],
  ["manager@demo.example", `${RETURN}/unchanged`],
  ["manager@demo.example", `${RETURN}/receipt/{receipt}`],
  ["manager@demo.example", "/beds/{location}"],
  ["council@demo.example", "/areas/council/{council}"],
  ["search@demo.example", "/find"],
  ["search@demo.example", "/find?near=OL1+1AA"],
];

/**
 * Runs Lighthouse as a phone on the pages that people use daily and takes the median of several runs. Fails below 0.95
 * for performance or 1 for accessibility. On a busy machine, performance looks worse than it is.
 */
await inOneSentence(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: "string", default: "5" } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Sentence("--runs must be a whole number of at least 1.");
  await install();
  mkdirSync(HOME, { recursive: true });
  const pages = PAGES.filter(([, address]) => positionals.every((part) => address.includes(part)));
  if (pages.length === 0) throw new Sentence(`No page has ${positionals.join(" and ")} in its address.`);
  const { withOwnService } = await import("./steps/own-service.mjs");
  const measured = await withOwnService("lighthouse", HOME, (env, origin) => measure(env, origin, pages, runs));
  console.table(measured);
  console.log(JSON.stringify({ name: "lighthouse", runs, least: LEAST, pages: measured }));
  const under = measured.filter((page) => Object.entries(LEAST).some(([category, least]) => page[category] < least));
  if (under.length > 0) throw new Sentence(`Below the required score: ${under.map(({ page }) => page).join(", ")}.`);
});

async function measure(env, origin, pages, runs) {
  const lighthouse = await installed();
  const database = new pg.Client({ connectionString: env.DATABASE_URL });
  await database.connect();
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: await chromium(),
    args: [`--remote-debugging-port=${port}`, "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const measured = [];
    for (const [who, address] of pages) {
      const page = await withIds(database, address);
      const extraHeaders = who === "" ? {} : { Cookie: `capacity-session=${await sessionOf(database, who)}` };
      const settings = { port, extraHeaders, onlyCategories: Object.keys(LEAST), logLevel: "error" };
      const results = [];
      for (let run = 0; run < runs; run++) results.push((await lighthouse(origin + page, settings)).lhr);
      measured.push({ page, who, ...figuresOf(results) });
      console.log(JSON.stringify(measured.at(-1)));
    }
    return measured;
  } finally {
    await browser.close();
    await database.end();
  }
}

/**
 * Fetches Lighthouse once into its own folder. It brings 200 packages that nothing else needs, and one of them asks for
 * the latest version of another, so a lock file that included them would one day no longer fit.
 */
async function installed() {
  const main = path.join(HOME, "node_modules/lighthouse/core/index.js");
  const install = ["install", "--prefix", HOME, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", LIGHTHOUSE];
  if (!existsSync(main)) await must("Fetching Lighthouse", "npm", install);
  return (await import(pathToFileURL(main).href)).default;
}

function figuresOf(results) {
  const [last] = results.slice(-1);
  if (last.runtimeError)
    throw new Sentence(`Lighthouse could not load ${last.requestedUrl}: ${last.runtimeError.message}`);
  const scripts = last.audits["network-requests"].details.items.filter(({ resourceType }) => resourceType === "Script");
  const failing = Object.values(last.audits).filter(
    ({ id, score }) =>
      score === 0 && last.categories.accessibility.auditRefs.some((ref) => ref.id === id && ref.weight > 0),
  );
  return {
    ...Object.fromEntries(
      Object.keys(LEAST).map((name) => [name, median(results.map(({ categories }) => categories[name].score))]),
    ),
    script_kb: Math.round(scripts.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000),
    paint_ms: Math.round(median(results.map(({ audits }) => audits["largest-contentful-paint"].numericValue))),
    blocked_ms: Math.round(median(results.map(({ audits }) => audits["total-blocking-time"].numericValue))),
    ...(failing.length > 0 && { failing: failing.map(({ id }) => id).join(", ") }),
  };
}

async function withIds(database, address) {
  const { rows } = await database.query(
    `select l.id as location, (select ons_code from area where id = l.local_authority_id) as council,
            (select reference from "return" r where r.location_id = l.id and r.collection = 'care_home'
              order by submitted_at desc limit 1) as receipt
       from location l join access a on a.location_id = l.id join account who on who.id = a.account_id
      where who.email = 'manager@demo.example' order by l.id limit 1`,
  );
  return address.replace(/\{(\w+)\}/g, (_, name) => rows[0][name]);
}

/** A session for someone who has just signed in, stored as the service stores one. */
async function sessionOf(database, email) {
  const token = randomBytes(32).toString("base64url");
  await database.query(
    `insert into session (id_hash, handle, account_id, purpose, remembered, created_at, password_at, seen_at, idle_until, until)
     select $1, $2, (select id from account where email = $3), 'full', false, at, at, at, at + interval '1 hour',
            at + interval '12 hours'
       from (select now() + (value::float8 * interval '1 ms') as at from setting where key = 'clock_offset_ms') clock`,
    [createHash("sha256").update(token).digest("hex"), randomUUID(), email],
  );
  return token;
}
