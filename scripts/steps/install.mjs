import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { must, ROOT } from "./run.mjs";

/** Installs the packages in package-lock.json, if they are missing or the lock file has changed. */
export async function install() {
  const print = fingerprint("package-lock.json");
  const there = existsSync(path.join(ROOT, "node_modules/next/package.json"));
  if (there && isStamped("install", print)) return;
  if (there && sameLock()) return writeStamp("install", print);
  console.log("Installing packages…");
  await must("Installing packages", "npm", ["ci", "--no-audit", "--no-fund"]);
  writeStamp("install", print);
}

/** npm's own record of what it installed, in case someone ran npm by hand. */
function sameLock() {
  const installed = path.join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const { packages: has } = JSON.parse(readFileSync(installed, "utf8"));
  const { packages: wanted } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === "" || (has[name] ? has[name].version === version : optional),
  );
}
