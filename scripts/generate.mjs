import "./steps/node-version.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fingerprint, isStamped, writeStamp } from "./steps/fingerprint.mjs";
import { must, ROOT } from "./steps/run.mjs";
import { inOneSentence } from "./steps/sentence.mjs";

/**
 * Generates prisma/client when the schema has changed. Prisma looks for an engine that it does not use here and would
 * download it. Naming any existing program prevents that.
 */
export async function generate() {
  const print = fingerprint("prisma/schema", "prisma.config.ts", "package-lock.json");
  if (isStamped("generate", print) && existsSync(path.join(ROOT, "prisma/client/client.ts"))) return;
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  await must("Generating the database client", process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    env,
  });
  writeStamp("generate", print);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await inOneSentence(generate);
