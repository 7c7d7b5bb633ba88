import "./steps/node-version.mjs";
import { readdirSync } from "node:fs";
import path from "node:path";
import { generate } from "./generate.mjs";
import { install } from "./steps/install.mjs";
import { ROOT } from "./steps/run.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

/**
 * Rehearses a bad night on servers of its own, which are gone afterwards, and says what came of it as one line of JSON.
 * A drill that finds a promise broken fails.
 */
await inOneSentence(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const names = readdirSync(path.join(ROOT, "scripts/drill"))
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => file.replace(".mjs", ""));
  if (!names.includes(name ?? "")) throw new Sentence(`Say what to rehearse: ${names.join(", ")}.`);
  await install();
  await generate();
  const { drill } = await import(`./drill/${name}.mjs`);
  const { figures, broken } = await drill(rest);
  console.log(JSON.stringify({ drill: name, ...figures }));
  if (broken.length > 0) throw new Sentence(broken.join("\n"));
});
