import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const commands = readdirSync(path.join(root, "scripts")).filter((name) => name.endsWith(".mjs"));

const anotherNode = (version: string) =>
  "data:text/javascript," +
  encodeURIComponent(
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`,
  );

const load = (version: string) =>
  spawnSync(process.execPath, ["--import", anotherNode(version), "scripts/steps/node-version.mjs"], {
    cwd: root,
    encoding: "utf8",
  });

describe("a Node that is too old", () => {
  it.each(commands)("scripts/%s checks for an old Node before anything else is loaded", (name) => {
    expect(readFileSync(path.join(root, "scripts", name), "utf8")).toMatch(/^import "\.\/steps\/node-version\.mjs";\n/);
  });

  it.each(["18.20.8", "20.18.1"])("Node %s is refused in one sentence", (version) => {
    const { status, stderr } = load(version);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Node.js 20.19 or later is needed, and this is ${version}: install a newer one from nodejs.org.\n`,
    );
  });

  it.each(["20.19.0", "22.0.0", "24.21.0"])("Node %s is not refused", (version) => {
    expect(load(version).status).toBe(0);
  });
});
