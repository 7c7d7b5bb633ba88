import { sessionUser } from "@/lib/accounts/session-user";
import { openSession } from "@/lib/accounts/open-session";
import { db, disconnect, system, transact } from "@/lib/db";
import { endAccessOfClosed } from "@/lib/people/end-access-of-closed";
import { ownAccess } from "@/lib/people/own-access";
import { askableBy, askablePlaces } from "@/lib/people/askable-places";
import { requestAccess } from "@/lib/registrations/request-access";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

jest.setTimeout(30_000);
let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const day = 86_400_000;
const change = (place: "rosewood" | "hawthorn", data: object) =>
  transact(system("test"), "the register", (tx) => tx.location.update({ where: { id: world.at[place] }, data }));

test("ninety days after a location closed, its people's access ends, with one email each; other access stays", async () => {
  await change("rosewood", { deregisteredOn: new Date(now.getTime() - 89 * day) });
  expect(await endAccessOfClosed(now)).toBe("0 accesses to closed locations ended");
  const until = (await ownAccess(world.users.amina, now)).access[0]?.until;
  expect(until).toEqual(
    new Date(
      (await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } })).deregisteredOn!.getTime() + 90 * day,
    ),
  );
  const then = new Date(now.getTime() + 2 * day);
  expect(await endAccessOfClosed(then)).toBe("3 accesses to closed locations ended");
  expect(await endAccessOfClosed(then)).toBe("0 accesses to closed locations ended");
  expect(await db.email.count({ where: { template: "access-ended" } })).toBe(3);
  const left = await db.access.findMany({ where: { accountId: world.users.ben.id, endedAt: null } });
  expect(left.map(({ locationId }) => locationId)).toEqual([world.at.hawthorn]);
});

test("a location that changes provider keeps people with access to it by name; the old provider's people lose it", async () => {
  const token = await transact(system("test"), "in", (tx) =>
    openSession(tx, { holder: world.users.petra, purpose: "full", remembered: false, passwordAt: now }, now),
  );
  const { providerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.willowbank } });
  await change("rosewood", { providerId });
  const petra = (await sessionUser(token, now))?.user;
  if (!petra) throw new Error("signed out");
  const { locationsVisibleTo } = await import("@/lib/access/scope");
  const seen = await db.location.findMany({ where: locationsVisibleTo(petra), select: { name: true } });
  expect(seen).toEqual([{ name: "Hawthorn House" }]);
  expect((await ownAccess(world.users.amina, now)).access.map(({ place }) => place)).toEqual(["Rosewood"]);
});

test("people of a closed location are offered the one that took over", async () => {
  const next = await db.location.findUniqueOrThrow({ where: { id: world.at.hawthorn } });
  await change("rosewood", { deregisteredOn: new Date(now.getTime() - day), successors: [next.registerId] });
  expect((await ownAccess(world.users.amina, now)).access[0]?.successors).toMatchObject([{ name: "Hawthorn House" }]);
});

test("my access says who gave me access, what I am waiting for, and what I may ask for", async () => {
  const { users, at } = world;
  expect([
    askableBy(users.amina),
    askableBy(users.olive),
    askableBy(users.sita),
    askableBy(users.shared),
    askableBy(users.sam),
  ]).toEqual(["locations", "local_authority", null, null, null]);
  await requestAccess(users.amina, [{ locationId: at.hawthorn }], "standard", now);
  const own = await ownAccess(users.amina, now);
  expect(own.waiting.map(({ place }) => place)).toEqual(["Hawthorn House"]);
  const looking = { by: "local_authority", words: "", page: 1 } as const;
  const { localAuthorityId } = await db.location.findUniqueOrThrow({ where: { id: at.rosewood } });
  const { places } = await askablePlaces(users.amina, { ...looking, areaId: localAuthorityId });
  expect(places.map(({ name, already }) => [name, already])).toEqual([
    ["Brightwell Hospice", null],
    ["Hawthorn House", "you are waiting for it"],
    ["Millgate Surgery", null],
    ["Moorside Infirmary", null],
    ["Rosewood", "you have access"],
  ]);
  expect((await askablePlaces(users.olive, { ...looking, areaId: localAuthorityId })).places).toEqual([]);
  expect((await ownAccess(users.ben, now)).lastApproverOf).toEqual(["Rosewood", "Hawthorn House"]);
});
