import "./steps/node-version.mjs";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium as playwright } from "@playwright/test";
import pg from "pg";
import { chromium } from "./steps/chromium.mjs";
import { install } from "./steps/install.mjs";
import { must, ROOT, tsx } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const HOME = path.join(ROOT, ".data/guides");
const PICTURES = path.join(ROOT, "public/guides");
const IN_README = path.join(ROOT, "docs/images");

/** What the README shows: wider than a guide's picture. */
const readme = [
  { name: "find-a-bed", as: "discharge@demo.example", address: "/find?near=Oldham&least=1", height: 1500 },
  { name: "england", as: "national@demo.example", address: "/areas/england/E92000001", height: 1150 },
  { name: "who-to-ring", as: "council@demo.example", address: "/areas/worklist", width: 1300, height: 1250 },
].map((shot) => ({ width: 1200, ...shot, into: IN_README }));

/**
 * Takes the pictures of the guides and of the README anew, of our own pages in a demo of its own, so that they never age.
 * With names, only those: `npm run guides -- home beds`.
 */
await inOneSentence(async () => {
  const names = process.argv.slice(2);
  await install();
  const all = JSON.parse(await must("Reading the guides", ...tsx("scripts/guides/shots.ts")));
  const shots = [...all, ...readme].filter(({ name }) => names.length === 0 || names.includes(name));
  if (shots.length === 0) throw new Sentence(`No guide has a picture called ${names.join(" or ")}.`);
  mkdirSync(HOME, { recursive: true });
  mkdirSync(PICTURES, { recursive: true });
  const { withOwnService } = await import("./steps/own-service.mjs");
  await withOwnService("guides", HOME, (env, origin) => take(env, origin, shots));
  console.log(`Took ${shots.length} pictures: public/guides, docs/images.`);
});

async function take(env, origin, shots) {
  const database = new pg.Client({ connectionString: env.DATABASE_URL });
  await database.connect();
  const browser = await playwright.launch({
    executablePath: await chromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    for (const shot of shots) {
      const context = await browser.newContext({ viewport: { width: shot.width ?? 800, height: shot.height ?? 600 } });
      if (shot.as !== "") await context.addCookies([await sessionOf(database, shot.as, origin)]);
      const page = await context.newPage();
      const answer = await page.goto(origin + (await withIds(database, shot)), { waitUntil: "load" });
      if (answer?.status() !== 200) throw new Sentence(`The picture ${shot.name}: ${answer?.status()}.`);
      await page.screenshot({ path: path.join(shot.into ?? PICTURES, `${shot.name}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
    await database.end();
  }
}

/** The address with the location of the person it is seen as, or its council. */
async function withIds(database, { as, address }) {
  if (!address.includes("{")) return address;
  const { rows } = await database.query(
    `select g.location_id as location, coalesce(c.ons_code, a.ons_code) as council
       from access g join account who on who.id = g.account_id
       left join location l on l.id = g.location_id left join area c on c.id = l.local_authority_id
       left join area a on a.id = g.area_id
      where who.email = $1 and g.ended_at is null order by g.id limit 1`,
    [as],
  );
  return address.replace(/\{(\w+)\}/g, (_, name) => rows[0][name]);
}

/** A session of someone who has just signed in, kept as the service keeps one. */
async function sessionOf(database, email, url) {
  const token = randomBytes(32).toString("base64url");
  await database.query(
    `insert into session (id_hash, handle, account_id, purpose, remembered, created_at, password_at, seen_at, idle_until, until)
     select $1, $2, (select id from account where email = $3), 'full', false, at, at, at, at + interval '1 hour',
            at + interval '12 hours'
       from (select now() + (value::float8 * interval '1 ms') as at from setting where key = 'clock_offset_ms') clock`,
    [createHash("sha256").update(token).digest("hex"), randomUUID(), email],
  );
  return { name: "capacity-session", value: token, url };
}
