import { db, disconnect, system, transact } from "@/lib/db";
import { askablePlaces, askedAreas, type PlaceSearched } from "@/lib/people/askable-places";
import { ownAccess } from "@/lib/people/own-access";
import { placesToGive } from "@/lib/people/support/places-to-give";
import { requestAccess } from "@/lib/registrations/request-access";
import { cast, inWindow as now, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { register } from "@/tests/support/registering";

let world: Cast;
let users: Cast["users"];
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  users = world.users;
});
afterAll(disconnect);

const looking = (who: PersonName, more: Partial<PlaceSearched>) =>
  askablePlaces(users[who], { by: "postcode", words: "", areaId: null, page: 1, ...more });
const found = async (who: PersonName, more: Partial<PlaceSearched>) =>
  (await looking(who, more)).places.map(({ name, already }) => (already ? `${name}: ${already}` : name));

test("someone can look for more access by company, town and name, in a council as everywhere", async () => {
  expect(await found("amina", { words: "rosewood care" })).toEqual(["Hawthorn House", "Rosewood: you have access"]);
  expect(await found("amina", { words: "hawthorn oldham" })).toEqual(["Hawthorn House"]);
  const { id } = await db.area.findFirstOrThrow({ where: { kind: "local_authority", name: "Oldham" } });
  const inOldham = { by: "local_authority", areaId: id } as const;
  expect(await found("amina", { ...inOldham, words: "moorside trust" })).toEqual(["Moorside Infirmary"]);
  expect(await found("amina", { ...inOldham, words: "willow" })).toEqual([]);
});

test("if nothing is at a postcode, we say that its district is shown; for one letter, that it is too short", async () => {
  expect(await looking("amina", { words: "OL2 9ZZ" })).toMatchObject({
    nearby: true,
    places: [{ postcode: "OL2 2BB" }],
  });
  expect(await looking("amina", { words: "OL2 2BB" })).toMatchObject({ nearby: false });
  expect(await looking("amina", { words: "r" })).toMatchObject({ places: [], tooShort: true });
});

test("support finds locations to give by company, with or without its stops", async () => {
  const given = (words: string) => placesToGive(users.sam, "care_home", words, now);
  expect((await given("rosewood care")).map(({ name }) => name)).toEqual([
    "Hawthorn House",
    "Rosewood",
    "Rosewood Care",
  ]);
});

test("what a registration is still waiting for cannot be requested again, and is shown as waiting", async () => {
  const addressOf = (email: string) =>
    transact(system("test"), "an address", (tx) =>
      tx.account.update({ where: { id: users.amina.id }, data: { email } }),
    );
  await addressOf("before@cast.example");
  await register({ email: users.amina.email, locationIds: [world.at.hawthorn] }, now);
  await addressOf(users.amina.email);
  expect(await found("amina", { words: "hawthorn" })).toEqual(["Hawthorn House: you are waiting for it"]);
  expect((await ownAccess(users.amina, now)).waiting.map(({ place }) => place)).toEqual(["Hawthorn House"]);
  expect((await requestAccess(users.amina, [{ locationId: world.at.hawthorn }], "standard", now)).ok).toBe(false);
});

test("an area that has been requested is shown as waiting", async () => {
  const rochdale = await db.area.findFirstOrThrow({ where: { kind: "local_authority", name: "Rochdale" } });
  await requestAccess(users.olive, [{ areaId: rochdale.id }], "standard", now);
  const already = await askedAreas(users.olive);
  expect(already(rochdale.id)).toBe("you are waiting for it");
  expect(already(users.olive.grants[0]?.area?.id ?? 0)).toBe("you have access");
});
