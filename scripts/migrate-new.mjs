import "./steps/node-version.mjs";
import path from "node:path";
import { install } from "./steps/install.mjs";
import { ROOT, run, tsx } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

await inOneSentence(async () => {
  const [name = ""] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Sentence("Give a name that says what it does: npm run migrate:new -- add_opening_date");
  await install();
  const { startCluster } = await import("./database/cluster.mjs");
  const cluster = await startCluster({ dir: path.join(ROOT, ".data/test/18"), settings: { fsync: "off" } });
  try {
    const env = { SHADOW_DATABASE_URL: cluster.superuserUrl() };
    const { code } = await run(...tsx("scripts/migrate/next-migration.ts", name), { env });
    process.exitCode = code;
  } finally {
    await cluster.stop();
  }
});
