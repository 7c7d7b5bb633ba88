import "./steps/node-version.mjs";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "./generate.mjs";
import { fingerprint, isStamped, writeStamp } from "./steps/fingerprint.mjs";
import { install } from "./steps/install.mjs";
import { must, ROOT } from "./steps/run.mjs";
import { inOneSentence } from "./steps/sentence.mjs";

const SOURCES = [
  ...["app", "components", "lib", "emails", "prisma/schema", "prisma/migrations", "public", "scripts/standalone"],
  ...["proxy.ts", "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
];
const NHS = path.join(ROOT, "node_modules/nhsuk-frontend/dist/nhsuk");

/**
 * Builds what `npm start` serves: the standalone server with its static files beside it. Builds again only after a
 * change.
 */
export async function build() {
  await generate();
  copyNhsFiles();
  const print = fingerprint(...SOURCES);
  const standalone = path.join(ROOT, ".next/standalone");
  if (isStamped("build", print) && existsSync(path.join(standalone, "start.mjs"))) return;
  console.log("Building the service…");
  const next = ["node_modules/next/dist/bin/next", "build"];
  await must("Building the service", process.execPath, next, {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  cpSync(path.join(ROOT, "public"), path.join(standalone, "public"), { recursive: true });
  cpSync(path.join(ROOT, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
  cpSync(path.join(ROOT, "scripts/standalone/start.mjs"), path.join(standalone, "start.mjs"));
  writeStamp("build", fingerprint(...SOURCES));
}

/**
 * Copies the design system's style sheet and its icons unchanged, apart from what only the NHS may use: the typeface,
 * which it would fetch from nhs.uk, and the logo.
 */
export function copyNhsFiles() {
  const to = path.join(ROOT, "public/nhsuk");
  const icons = new Set();
  const sheet = readFileSync(path.join(NHS, "nhsuk-frontend.min.css"), "utf8")
    .replace(/@font-face\{[^}]*\}/g, "")
    .replace(/\/assets\/images\/([\w-]+\.svg)/g, (_, icon) => `/nhsuk/${icons.add(icon) && icon}`);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  writeFileSync(path.join(to, "nhsuk-frontend.min.css"), sheet);
  for (const icon of icons) cpSync(path.join(NHS, "assets/images", icon), path.join(to, icon));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await inOneSentence(async () => {
    await install();
    await build();
  });
}
