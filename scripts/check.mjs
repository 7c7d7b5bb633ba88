import "./steps/node-version.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "./generate.mjs";
import { install } from "./steps/install.mjs";
import { ROOT, run } from "./steps/run.mjs";
import { inOneSentence } from "./steps/sentence.mjs";

const program = (file, ...args) => [process.execPath, [path.join("node_modules", file), ...args]];

const CHECKS = {
  types: program("typescript/bin/tsc", "--noEmit"),
  lint: program(
    "eslint/bin/eslint.js",
    "--max-warnings=0",
    "--cache",
    "--cache-location=node_modules/.cache/eslint/",
    ".",
  ),
  format: program("prettier/bin/prettier.cjs", "--check", "--cache", "--log-level=warn", "."),
};

/** Types and lint need what Next generates: the declarations of its own modules. */
async function check(name) {
  const { code } = await run(...CHECKS[name]);
  console.log(`${code === 0 ? "passed" : "FAILED"}  ${name}`);
  return code === 0;
}

/** Checks types, lint and format, and the architecture unless the rules' tests run anyway. Returns what was counted. */
export async function checks({ architecture = true } = {}) {
  await generate();
  await nextTypes();
  const passed = await Promise.all(Object.keys(CHECKS).map(check));
  if (architecture) {
    const jest = program("jest/bin/jest.js", "--selectProjects", "rules", "--silent", "tests/rules/architecture");
    passed.push((await run(...jest)).code === 0);
  }
  return { passed: passed.filter(Boolean).length, failed: passed.filter((one) => !one).length };
}

async function nextTypes() {
  if (existsSync(path.join(ROOT, "app"))) await run(...program("next/dist/bin/next", "typegen"), { quiet: true });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await inOneSentence(async () => {
    await install();
    const { failed } = await checks();
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
