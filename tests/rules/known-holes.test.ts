import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import floors from "./vectors/package-floors.json";

const root = path.join(__dirname, "../..");

interface Locked {
  version?: string;
  name?: string;
  resolved?: string;
  integrity?: string;
  optional?: true;
}

const text = readFileSync(path.join(root, "package-lock.json"), "utf8");
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
const copiesOf = (name: string) =>
  Object.entries(packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, locked]) => locked);

/** Whether one version is another or later; of two numbers alike, one with a suffix ("-beta.32") is earlier. */
function reaches(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((one) => {
    const [numbers = "", suffix] = one.split(/-(.*)/);
    return [...numbers.split(".").map(Number), suffix === undefined ? Infinity : Number(/\d+$/.exec(suffix)?.[0])];
  }) as [number[], number[]];
  const at = have.findIndex((number, i) => number !== want[i]);
  return at < 0 || (have[at] ?? 0) > (want[at] ?? 0);
}

it("tells an earlier version from a later one", () => {
  expect(reaches("16.4.6", "16.3.3") && reaches("16.3.3", "16.3.3") && reaches("5.0.0", "5.0.0-beta.32")).toBe(true);
  expect(reaches("5.0.0-beta.33", "5.0.0-beta.32") && reaches("10.0.0", "9.9.9")).toBe(true);
  expect(reaches("16.3.2", "16.3.3") || reaches("9.9.9", "10.0.0") || reaches("5.0.0-beta.4", "5.0.0")).toBe(false);
});

it.each(floors)("no copy of $package is older than $atLeast: $because", ({ package: name, atLeast, is }) => {
  const copies = copiesOf(name);
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter(({ version = "0" }) => !reaches(version, atLeast))).toEqual([]);
  if (is) expect(copies.map((copy) => copy.name)).toEqual([is]);
});

it("what the database is spoken to with is one version", () => {
  const versions = ["prisma", "@prisma/client", "@prisma/adapter-pg"].flatMap(copiesOf).map(({ version }) => version);
  expect(new Set(versions).size).toBe(1);
});

it("every package is pinned exactly, and the lock knows its contents but no host to fetch it from", () => {
  const { "": ours, ...theirs } = packages as Record<string, Locked> & { "": Record<string, Record<string, string>> };
  const asked = Object.entries({ ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies });
  expect(asked.filter(([, version]) => !/^(npm:@e965\/xlsx@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([]);
  expect(Object.entries(theirs).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(Object.entries(theirs).filter(([, { integrity, optional }]) => !integrity && !optional)).toEqual([]);
  expect(text).not.toMatch(/\.tgz"/);
});

it("npm run sbom lists what runs, and not what only tests", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [npm = "", ...args] = (scripts.sbom ?? "").split(" ");
  const said = execFileSync(npm, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const { components } = JSON.parse(said) as { components: { purl: string }[] };
  const named = components.map(({ purl }) => purl);
  expect(named).toContain(`pkg:npm/next@${copiesOf("next")[0]?.version ?? ""}`);
  expect(named.some((purl) => purl.startsWith("pkg:npm/jest@"))).toBe(false);
});
