import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./run.mjs";

/** One hash over the contents of these files and folders. A missing file changes the hash too. */
export function fingerprint(...paths) {
  const hash = createHash("sha256").update(process.version.split(".")[0]);
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  return hash.digest("hex");
}

function filesUnder(relative) {
  const full = path.join(ROOT, relative);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [relative];
  const entries = readdirSync(full).sort();
  return entries.flatMap((entry) => filesUnder(path.join(relative, entry)));
}

const stamp = (name) => path.join(ROOT, "node_modules/.capacity-tracker", name);

/** Whether the step last ran on exactly this. Its stamp is kept with the packages and disappears when they do. */
export const isStamped = (name, print) => existsSync(stamp(name)) && readFileSync(stamp(name), "utf8") === print;

export function writeStamp(name, print) {
  mkdirSync(path.dirname(stamp(name)), { recursive: true });
  writeFileSync(stamp(name), print);
}
