import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  accountKinds,
  areaKindOf,
  filingKinds,
  isGivenAreas,
  isGivenLocations,
  kindLabel,
  kindsToGive,
  locationKinds,
  registeringKinds,
  sharedKinds,
} from "@/lib/access/kinds";
import { kinds } from "@/lib/access/kinds-table";
import { collectionKeys, collectionsFor, kindsAsked } from "@/lib/questions/collections";

test("17 kinds of account, 14 that register, 7 of location and 5 that file all stand in one table", () => {
  expect(Object.keys(kinds).sort()).toEqual([...accountKinds].sort());
  expect([accountKinds, registeringKinds, locationKinds, filingKinds].map((list) => list.length)).toEqual([
    17, 14, 7, 5,
  ]);
  expect([...new Set(accountKinds.map(kindLabel))]).toHaveLength(17);
});

test("each kind that files is a kind of location, and each kind of location can be registered for", () => {
  expect(filingKinds.filter((kind) => !locationKinds.includes(kind))).toEqual([]);
  expect(locationKinds.filter((kind) => !registeringKinds.includes(kind))).toEqual([]);
  expect(locationKinds.filter((kind) => !isGivenLocations(kind))).toEqual([]);
});

test("people who stand for an area are given areas, and shared accounts are not", () => {
  expect(registeringKinds.filter((kind) => areaKindOf(kind) !== null)).toEqual([
    "sub_icb",
    "local_authority",
    "lrf",
    "nhs_region",
  ]);
  expect(accountKinds.filter((kind) => areaKindOf(kind) !== null && !isGivenAreas(kind))).toEqual([]);
  expect(sharedKinds.filter((kind) => isGivenAreas(kind))).toEqual([]);
});

test("support can give every kind of account except its own", () => {
  expect(accountKinds.filter((kind) => !kindsToGive.some((given) => given === kind))).toEqual(["support"]);
});

test("a kind of location is asked for what the table says it files, unless support switches it", () => {
  for (const kind of filingKinds)
    expect(collectionsFor([kind], { home_care_daily: kindsAsked("home_care") }).sort()).toEqual(
      [...kinds[kind].files].sort(),
    );
  expect(collectionKeys.filter((key) => kindsAsked(key).length === 0)).toEqual(["home_care_daily"]);
});

/** Names that no area has too, so that two of them beside each other are a list of kinds. */
const names = accountKinds
  .filter((kind) => !["sub_icb", "local_authority", "lrf", "nhs_region"].includes(kind))
  .join("|");
const listed = new RegExp(
  `(["'])(?:${names})\\1(?:,\\s*|\\s*\\|\\s*(?:\\w+\\.)*kind === |\\s*\\|\\s*)(["'])(?:${names})\\2(?=\\s*[,|)\\]])`,
);

const root = path.join(__dirname, "../../..");
const sources = ["app", "components", "emails", "lib"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

test("no list of kinds is written down beside the table, in TypeScript or in SQL", () => {
  expect(`a.kind in ('care_home', 'home_care')`).toMatch(listed);
  expect(`const some = ["care_home", "gp", "other"]`).toMatch(listed);
  const copies = sources.filter((file) => listed.test(readFileSync(path.join(root, file), "utf8")));
  expect(copies).toEqual([]);
});
