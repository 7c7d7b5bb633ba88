import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { must, ROOT, tsx } from "./run.mjs";
import { Sentence } from "./sentence.mjs";

/** The folder where a demo keeps everything. Without it, the demo starts from the beginning. */
export const HOME = path.join(ROOT, ".data");

/** A demo's secrets, made when it first starts and kept. */
export function secrets(home = HOME) {
  const file = path.join(home, "settings.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const made = {
    SECRET_KEY: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  mkdirSync(home, { recursive: true });
  writeFileSync(file, JSON.stringify(made, undefined, 2), { mode: 0o600 });
  return made;
}

/** The settings of a demo. Those in the shell that starts it come first, except for the address of the database. */
export const demoSettings = ({ port, urls, home }) => ({
  APP_ORIGIN: `http://localhost:${port}`,
  ...secrets(home),
  ...process.env,
  SERVICE_MODE: "demo",
  PORT: String(port),
  DATABASE_URL: urls.appUrl,
  WORKER_DATABASE_URL: urls.workerUrl,
  MIGRATE_DATABASE_URL: urls.ownerUrl,
});

/** Migrates the database and, if it is empty, fills it with the demo. Returns a sentence with everyone's password. */
export async function fill(env) {
  await must("Migrating the database", ...tsx("scripts/migrate.ts"), { env });
  const said = await must("Filling the demo", ...tsx("prisma/seed/demo.ts"), { env });
  const [line] = said.match(/^\{.*\}$/m) ?? [];
  if (line === undefined) throw new Sentence(`Filling the demo did not print the password, but this: ${said.trim()}`);
  return `Password for all of them: ${JSON.parse(line).password}`;
}

/** Adds a made-up England at full size to the demo, if it is not there yet. */
export async function makeUpEngland(env) {
  console.log("Making up England, which takes some minutes the first time…");
  await must("Making up England", ...tsx("scripts/generate-england.ts", "--once"), { env });
}

export function accounts() {
  const file = path.join(ROOT, "prisma/seed/demo-accounts.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
