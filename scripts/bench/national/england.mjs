import pg from "pg";
import { keptTemplate, swap, WHAT_MAKES_IT } from "../../database/template.mjs";
import { fingerprint } from "../../steps/fingerprint.mjs";
import { must, tsx } from "../../steps/run.mjs";

/** The benchmarks that run on a made-up England, with the number of closed windows that each needs. */
export const onEngland = { find: 1, "find-page": 1, "provider-list": 1, reports: 36 };

const SOCIAL_CARE = 30_500;
const WHAT_MAKES_ENGLAND = [
  ...WHAT_MAKES_IT,
  "scripts/generate-england.ts",
  "scripts/england",
  "prisma/seed",
  "prisma/schema",
  "lib/capacity/learn-shelf-life.ts",
];
/** Always the same day, so that one England can be reused until the code that makes it changes. */
export const DAY = "2026-11-10T09:00";

/**
 * A copy, called `name`, of a made-up England with this many closed windows. The original is made once and kept in the
 * cluster, so that benchmarks do not have to make it again. Returns the three roles' URLs.
 */
export async function copyOfEngland(cluster, name, months, settings) {
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(7411)");
    const template = `england_${months}`;
    const print = fingerprint(...WHAT_MAKES_ENGLAND);
    const urls = await keptTemplate(cluster, admin, template, print, (made) =>
      makeUp(cluster.superuserUrl(template), settings(made), months),
    );
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
    return Object.fromEntries(Object.entries(urls).map(([role, url]) => [role, swap(url, name)]));
  } finally {
    await admin.end();
  }
}

async function makeUp(superuserUrl, env, months) {
  console.log(`Making up an England of ${SOCIAL_CARE} places and ${months} windows, once…`);
  const asked = ["--locations", String(SOCIAL_CARE), "--months", String(months)];
  await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env });
  const said = await must("Making up England", ...tsx("scripts/generate-england.ts", ...asked), {
    env: { ...env, DEMO_CLOCK: DAY },
  });
  console.log(said.trim());
  const owner = new pg.Client({ connectionString: superuserUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE");
  await owner.end();
}
