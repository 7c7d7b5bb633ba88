import { can, Forbidden } from "@/lib/access/policy";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { db, disconnect, system, transact } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { askableBy } from "@/lib/people/askable-places";
import { changeLevel } from "@/lib/people/change-level";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { leavePlace, removeFromPlace } from "@/lib/people/end-access";
import { ownAccess } from "@/lib/people/own-access";
import { people } from "@/lib/people/queries";
import { supportGivesAccess } from "@/lib/people/support/support-gives-access";
import { decideRequest } from "@/lib/registrations/decide-request";
import { requestsWaiting } from "@/lib/registrations/queries";
import { requestAccess, type WantedPlace } from "@/lib/registrations/request-access";
import { cast, inWindow as now, type Cast, type PersonName, type PlaceName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";

jest.setTimeout(30_000);
let world: Cast;
const cookies = new Map<PersonName, string>();
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  cookies.clear();
  await openRecords(world, "sam");
});
afterAll(disconnect);

/** Whoever sends their next request: read from the session, as every request is. */
async function next(name: PersonName): Promise<User> {
  const token =
    cookies.get(name) ??
    (await transact(system("test"), "signed in", (tx) =>
      openSession(tx, { holder: world.users[name], purpose: "full", remembered: false, passwordAt: now }, now),
    ));
  cookies.set(name, token);
  const live = await sessionUser(token, now);
  if (!live) throw new Error(`${name} is signed out`);
  return live.user;
}

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join());
  return outcome.value;
};
const sees = async (name: PersonName) =>
  (await db.location.findMany({ where: locationsVisibleTo(await next(name)), orderBy: { name: "asc" } })).map(
    (location) => location.name,
  );
const areaOf = (name: PersonName) => world.users[name].grants[0]?.area?.id ?? 0;
const why = { reason: "No longer works here.", last: false };

const asking: [PersonName, () => WantedPlace, PersonName[], string][] = [
  ["amina", () => ({ locationId: world.at.hawthorn }), ["ben"], "Hawthorn House"],
  ["dan", () => ({ locationId: world.at.willowbank }), ["carla"], "Willowbank"],
  ["hope", () => ({ locationId: world.at.rosewood }), ["ben"], "Rosewood"],
  ["gwen", () => ({ locationId: world.at.larch }), ["sam", "sue"], "Larch Home Care"],
  ["harun", () => ({ locationId: world.at.surgery }), ["sam", "sue"], "Millgate Surgery"],
  ["otto", () => ({ locationId: world.at.willowbank }), ["carla", "sam", "sue"], "Willowbank"],
  ["rory", () => ({ areaId: areaOf("olive") }), ["olive"], "Rosewood"],
];

test.each(asking)(
  "%s asks for more access, exactly the people responsible decide, and the next request shows it",
  async (name, wanted, deciders, place) => {
    value(await requestAccess(await next(name), [wanted()], "standard", now));
    expect(await sees(name)).not.toContain(place);
    const found: PersonName[] = [];
    for (const each of Object.keys(world.users) as PersonName[])
      if ((await requestsWaiting(world.users[each], {}, 1, now)).total > 0) found.push(each);
    expect(found).toEqual(deciders);
    const [decider] = deciders;
    if (!decider) throw new Error("no one decides");
    const user = await next(decider);
    const [request] = (await requestsWaiting(user, {}, 1, now)).rows;
    value(await decideRequest(user, request?.id ?? 0, "approved", { level: "standard" }, now));
    expect(await sees(name)).toContain(place);
    const own = (await ownAccess(await next(name), now)).access.at(-1);
    expect(own?.by).toBe(decider === "sam" ? "the support team" : world.users[decider].name);
  },
);

test.each<[PersonName]>([["sita"], ["nate"], ["petra"], ["agnes"], ["shared"], ["sam"]])(
  "%s cannot ask for anything here: support gives it, or no one does",
  async (name) => {
    expect(askableBy(await next(name))).toBeNull();
    const asked = requestAccess(await next(name), [{ locationId: world.at.rosewood }], "standard", now);
    if (name === "shared" || name === "sam") await expect(asked).rejects.toThrow(Forbidden);
    else expect((await asked).ok).toBe(false);
  },
);

test("a colleague gets access, is made approver, looks after others, and is removed by support: each from the next request", async () => {
  const accessAt = (name: PersonName, place: PlaceName) =>
    db.access.findFirstOrThrow({
      where: { accountId: world.users[name].id, locationId: world.at[place], endedAt: null },
    });
  expect(can(await next("amina"), "manage people")).toBe(false);
  const raise = { level: "approver", last: false } as const;
  value(await changeLevel(await next("ben"), (await accessAt("amina", "rosewood")).id, raise, now));
  const { rows } = await people(await next("amina"), {}, { page: 1, size: 10 }, now);
  expect(rows.map(({ name }) => name)).toEqual(["Amina Yusuf", "Ben Carter", "Rosewood night desk"]);
  const shared = (await accessAt("shared", "rosewood")).id;
  await next("shared");
  value(await removeFromPlace(await next("amina"), shared, why, now));
  expect(await sees("shared")).toEqual([]);
  await expect(deactivatePerson(await next("ben"), world.users.amina.id, why, now)).rejects.toThrow(Forbidden);
  value(await deactivatePerson(await next("sam"), world.users.amina.id, why, now));
  await expect(next("amina")).rejects.toThrow("signed out");
});

test("support moves an approver who moves to another home, who then decides there and no longer here", async () => {
  const giving = { level: "approver", instead: true, endsAt: null, reason: "Moved to another home." } as const;
  await next("ben");
  value(
    await supportGivesAccess(
      await next("sam"),
      world.users.ben.id,
      { ...giving, targets: [`location:${world.at.willowbank}`] },
      now,
    ),
  );
  expect(await sees("ben")).toEqual(["Willowbank"]);
  const { rows } = await people(await next("ben"), {}, { page: 1, size: 10 }, now);
  expect(rows.map(({ name }) => name)).toEqual(["Ben Carter", "Carla Diaz"]);
});

test("a council's approver can remove a colleague from the council, but no one from a home", async () => {
  const area = areaOf("olive");
  value(
    await supportGivesAccess(
      await next("sam"),
      world.users.rory.id,
      { targets: [`area:${area}`], level: "standard", instead: false, endsAt: null, reason: "Covers for Olive." },
      now,
    ),
  );
  expect(await sees("rory")).toContain("Rosewood");
  const theirs = await db.access.findFirstOrThrow({
    where: { accountId: world.users.rory.id, areaId: area, endedAt: null },
  });
  value(await removeFromPlace(await next("olive"), theirs.id, why, now));
  expect(await sees("rory")).toEqual(["Willowbank"]);
  const amina = await db.access.findFirstOrThrow({ where: { accountId: world.users.amina.id, endedAt: null } });
  await expect(removeFromPlace(await next("olive"), amina.id, why, now)).rejects.toThrow(Forbidden);
});

test("someone who gives up their access to a location can no longer see it, and asks again like anyone else", async () => {
  const own = await db.access.findFirstOrThrow({ where: { accountId: world.users.dan.id, endedAt: null } });
  value(await leavePlace(await next("dan"), own.id, { last: false }, now));
  expect(await sees("dan")).toEqual([]);
  value(await requestAccess(await next("dan"), [{ locationId: world.at.larch }], "approver", now));
  const [request] = (await requestsWaiting(await next("sue"), {}, 1, now)).rows;
  value(await decideRequest(await next("sue"), request?.id ?? 0, "approved", { level: "approver" }, now));
  expect(await sees("dan")).toEqual(["Larch Home Care"]);
});
