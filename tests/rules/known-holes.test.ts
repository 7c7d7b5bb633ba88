import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import knownBad from "./vectors/known-bad.json";
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

interface Hole {
  package: string;
  from?: string;
  below?: string;
  exactly?: string[];
  because: string;
}

/** Why a version is known to be bad, for each reason there is. */
const holesIn = (name: string, version: string): string[] =>
  (knownBad as Hole[])
    .filter(
      (hole) =>
        hole.package === name &&
        (hole.exactly?.includes(version) ??
          (reaches(version, hole.from ?? "0.0.0") && !reaches(version, hole.below ?? "0.0.0"))),
    )
    .map(({ because }) => `${name} ${version}: ${because}`);

it("knows a bad version from a good one", () => {
  expect(holesIn("debug", "4.4.2")).toEqual(["debug 4.4.2: taken over in September 2025"]);
  expect(holesIn("ws", "8.17.0")).toHaveLength(1);
  expect(holesIn("nanoid", "4.0.2")).toHaveLength(1);
  expect([holesIn("debug", "4.4.3"), holesIn("ws", "8.17.1"), holesIn("ws", "7.5.10")].flat()).toEqual([]);
  for (const { exactly, below } of knownBad as Hole[]) expect([exactly, below].filter(Boolean)).toHaveLength(1);
});

it("of every package there is, however deep, no copy is a version that is known to be bad", () => {
  const copies = Object.entries(packages).flatMap(([place, { name, version }]) => {
    const [, under] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place) ?? [];
    return under === undefined || version === undefined ? [] : [{ name: name ?? under, version }];
  });
  expect(copies).toHaveLength(Object.keys(packages).length - 1);
  expect(copies.length).toBeGreaterThan(500);
  expect(copies.flatMap(({ name, version }) => holesIn(name, version))).toEqual([]);
});

it("there is only one version of what we use to talk to the database", () => {
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
