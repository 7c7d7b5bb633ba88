import { existsSync } from "node:fs";
import { must } from "./run.mjs";
import { Sentence } from "./sentence.mjs";

/**
 * Debian's two packages: the engine without windows, which starts and closes in half the time, and the full browser.
 */
const DEBIANS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** The path of Chromium: CHROMIUM_PATH, or Debian's, which is installed if it is missing and we are root. */
export async function chromium() {
  const path = process.env.CHROMIUM_PATH || DEBIANS.find(existsSync);
  if (path && existsSync(path)) return path;
  if (process.env.CHROMIUM_PATH) throw new Sentence(`There is no Chromium at CHROMIUM_PATH (${path}).`);
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Sentence("The browser tests need Chromium: install it and set CHROMIUM_PATH to its program.");
  }
  console.log("Installing Chromium…");
  await aptInstall("chromium-headless-shell");
  return DEBIANS[0];
}

export async function aptInstall(...packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await must("Reading Debian's list of packages", "apt-get", ["update", "-qq"], { env });
  await must(`Installing ${packages.join(" and ")}`, "apt-get", ["install", "-y", "-qq", ...packages], { env });
}
