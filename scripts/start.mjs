import "./steps/node-version.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

/** Production: runs the built service in this process, with its settings from the environment. */
await inOneSentence(async () => {
  const server = path.join(ROOT, ".next/standalone/start.mjs");
  if (!existsSync(server)) throw new Sentence("There is nothing to start yet. Run npm run build first.");
  for (const name of ["SERVICE_MODE", "APP_ORIGIN", "DATABASE_URL", "SECRET_KEY"]) {
    if (!process.env[name]) throw new Sentence(`${name} must be set: .env.example says what it is.`);
  }
  await import(server);
});
