import { system, transact } from "@/lib/db";
import { careQuality } from "@/lib/records/care-quality";
import { filterChoices } from "@/lib/records/filter-choices";
import { enterPammsRating, removePammsRating } from "@/lib/records/pamms";
import type { ProvidersWanted } from "@/lib/records/provider-filters";
import { everything, groupGlance, providerList, providersInParts } from "@/lib/records/provider-list";
import { cast, type Cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
});

const list = (who: PersonName, wanted: Partial<ProvidersWanted> = {}) =>
  providerList(world.users[who], { ...everything, ...wanted }, inWindow);
const names = async (who: PersonName, wanted: Partial<ProvidersWanted> = {}) =>
  (await list(who, wanted)).rows.map(({ name }) => name);

test("everyone lists the locations that they may see, and no others", async () => {
  expect(await names("ben")).toEqual(["Hawthorn House", "Rosewood"]);
  expect(await names("petra")).toEqual(["Hawthorn House", "Rosewood"]);
  expect(await names("rory")).toEqual(["Willowbank"]);
  expect(await names("nate")).toHaveLength(7);
  for (const who of ["otto", "sita", "agnes"] as const) await expect(list(who)).rejects.toThrow("Not allowed");
});

test.each<[string, Partial<ProvidersWanted>, string[]]>([
  ["part of a name", { search: "hawth" }, ["Hawthorn House"]],
  ["the start of a postcode", { search: "ol16" }, ["Willowbank"]],
  ["its company", { search: "brightwell trust" }, ["Brightwell Hospice"]],
  ["the parent organisation", { parent: "willow" }, ["Willowbank"]],
  ["a type", { type: "home_care" }, ["Hawthorn House", "Larch Home Care"]],
  ["never updated, with a type", { updated: "never", type: "gp" }, ["Millgate Surgery"]],
  ["nothing at all", { search: "no such place" }, []],
  ["signs that a search could trip over", { search: "%_\\'" }, []],
])("the list narrows by %s", async (_by, wanted, expected) => {
  expect(await names("nate", wanted)).toEqual(expected);
});

test("the list narrows by council and region, which are those of one's own locations", async () => {
  const choices = await filterChoices(world.users.nora);
  const rochdale = choices.council.find(({ name }) => name.startsWith("Rochdale"));
  expect(await names("nora", { council: rochdale?.code ?? "" })).toEqual(["Willowbank"]);
  expect(choices.region).toHaveLength(1);
  expect(await names("nate", { region: choices.region[0]?.code ?? "" })).toHaveLength(6);
  expect((await filterChoices(world.users.amina)).council).toHaveLength(1);
});

test("the list is sorted by what is asked, both ways, and paged without a gap or a repeat", async () => {
  expect(await names("nate", { by: "beds", descending: true, size: 2 })).toEqual(["Rosewood", "Willowbank"]);
  expect((await names("nate", { by: "provider" }))[0]).toBe("Brightwell Hospice");
  const pages = await Promise.all([1, 2, 3, 4].map((page) => names("nate", { size: 2, page })));
  expect(pages.flat()).toEqual(await names("nate"));
  expect((await list("nate", { size: 25, page: 9 })).page).toBe(1);
});

test("those that are on track, at risk or at the threshold are the whole of those that owe monthly returns", async () => {
  const states = await Promise.all(["on_track", "risk", "notice"].map((compliance) => names("nate", { compliance })));
  expect(states.flat().sort()).toEqual(["Hawthorn House", "Larch Home Care", "Rosewood", "Willowbank"]);
  const shown = (await list("nate")).rows.flatMap(({ name, compliance }) => (compliance ? [name] : []));
  expect(shown.sort()).toEqual(states.flat().sort());
});

test("a file holds what the screen shows, in its order, in pieces", async () => {
  const parts = [];
  for await (const part of providersInParts(world.users.nate, { ...everything, by: "beds" }, inWindow, 3))
    parts.push(part.map(({ name }) => name));
  expect(parts.map(({ length }) => length)).toEqual([3, 3, 1]);
  expect(parts.flat()).toEqual(await names("nate", { by: "beds", size: 100 }));
});

test("a head office sees its group at a glance; one location, an area and support have other pages", async () => {
  expect(await groupGlance(world.users.petra, inWindow)).toMatchObject({ locations: 2, owing: 2, filed: 0 });
  expect(await groupGlance(world.users.amina, inWindow)).toBeNull();
  expect(await groupGlance(world.users.olive, inWindow)).toBeNull();
  expect(await groupGlance(world.users.sam, inWindow)).toBeNull();
});

test("support enters and removes PAMMS ratings, the newest assessment counts, and no one else may", async () => {
  const typed = { locationId: world.at.rosewood, rating: "Good", day: "1", month: "9", year: "2026", reportUri: "" };
  const wrong = { ...typed, rating: "Fine", year: "2027", reportUri: "http://x" };
  const refusedFields = await enterPammsRating(world.users.sam, wrong, inWindow);
  expect(refusedFields.ok ? [] : refusedFields.problems.map(({ field }) => field)).toEqual([
    "rating",
    "assessed",
    "reportUri",
  ]);
  await enterPammsRating(world.users.sam, typed, inWindow);
  await enterPammsRating(world.users.sue, { ...typed, rating: "Poor", year: "2025" }, inWindow);
  const pamms = async () => (await careQuality(world.users.amina, world.at.rosewood, inWindow))?.pamms ?? [];
  expect((await pamms()).map(({ rating, on }) => [rating, on])).toEqual([
    ["Good", "2026-09-01"],
    ["Poor", "2025-09-01"],
  ]);
  const one = { locationId: world.at.rosewood, id: (await pamms())[0]?.id ?? 0 };
  await removePammsRating(world.users.sam, one, inWindow);
  expect((await pamms()).map(({ rating }) => rating)).toEqual(["Poor"]);
  for (const who of ["amina", "ben", "olive", "petra", "nate"] as const)
    await expect(enterPammsRating(world.users[who], typed, inWindow)).rejects.toThrow("Not allowed");
});

test("a location that has closed leaves the list", async () => {
  await transact(system("test"), "closed", (tx) =>
    tx.location.update({ where: { id: world.at.willowbank }, data: { deregisteredOn: new Date("2026-11-01") } }),
  );
  expect(await names("carla")).toEqual([]);
});
