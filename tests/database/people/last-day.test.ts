import { Forbidden } from "@/lib/access/policy";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { db, disconnect, system, transact } from "@/lib/db";
import { endExpiredAccess } from "@/lib/jobs/end-expired-access";
import type { Outcome } from "@/lib/outcome";
import { lastMoment } from "@/lib/people/last-day";
import { person } from "@/lib/people/person";
import { setLastDay } from "@/lib/people/set-last-day";
import { openRecord } from "@/lib/people/support/open-record";
import { cast, inWindow as now, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

jest.setTimeout(30_000);
let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const words = (outcome: Outcome<unknown>) =>
  outcome.ok ? "done" : outcome.problems.map(({ message }) => message).join();
const accessOf = async (name: PersonName) =>
  (await db.access.findFirstOrThrow({ where: { accountId: world.users[name].id, endedAt: null } })).id;
const limits = { endsAt: new Date("2026-11-13T23:59:59.999Z"), last: false };

test("a last day is up to midnight in London, on the calendar, and not over", () => {
  const moment = (day: string, month: string, year: string) => {
    const outcome = lastMoment({ day, month, year }, "endsOn", now);
    return outcome.ok ? (outcome.value?.toISOString() ?? null) : words(outcome);
  };
  expect(moment("13", "11", "2026")).toBe("2026-11-13T23:59:59.999Z");
  expect(moment("28", "3", "2027")).toBe("2027-03-28T22:59:59.999Z");
  expect(moment(" ", "", "")).toBeNull();
  expect(moment("10", "11", "2026")).toBe("2026-11-10T23:59:59.999Z");
  expect(moment("9", "11", "2026")).toMatch(/in the future/);
  for (const [day, month] of [
    ["31", "2"],
    ["13", ""],
    ["x", "1"],
  ])
    expect(moment(day ?? "", month ?? "", "2027")).toMatch(/full date/);
});

test("access ends by itself after its last day, on the next request and with one mail, and may be lengthened before", async () => {
  const token = await transact(system("test"), "in", (tx) =>
    openSession(tx, { holder: world.users.amina, purpose: "full", remembered: true, passwordAt: now }, now),
  );
  const id = await accessOf("amina");
  expect(words(await setLastDay(world.users.ben, id, { endsAt: null, last: false }, now))).toBe("done");
  expect(words(await setLastDay(world.users.ben, id, limits, now))).toBe("done");
  expect((await person(world.users.ben, world.users.amina.id, now))?.access[0]?.endsAt).toEqual(limits.endsAt);
  const grantsAt = async (time: string) => (await sessionUser(token, new Date(time)))?.user.grants.length;
  expect(await grantsAt("2026-11-13T23:59:59Z")).toBe(1);
  expect(await grantsAt("2026-11-14T00:00:00Z")).toBe(0);
  expect(await endExpiredAccess(new Date("2026-11-14T01:00:00Z"))).toBe("1 access ended");
  expect(await endExpiredAccess(new Date("2026-11-14T02:00:00Z"))).toBe("0 accesses ended");
  const mails = await db.email.findMany({ where: { to: world.users.amina.email }, orderBy: { queuedAt: "asc" } });
  expect(mails.map(({ template, props }) => [template, props])).toMatchObject([
    ["last-day-set", { lastDay: "2026-11-13", places: ["Rosewood"] }],
    ["access-ended", { endedOn: "2026-11-13", places: ["Rosewood"] }],
  ]);
  await expect(setLastDay(world.users.ben, id, limits, new Date("2026-11-14T03:00:00Z"))).rejects.toThrow(Forbidden);
});

test("a last day is told once: when it is set, when it moves and when it is taken away, not when nothing changes", async () => {
  const id = await accessOf("amina");
  const later = new Date("2026-12-31T23:59:59.999Z");
  for (const endsAt of [null, limits.endsAt, limits.endsAt, later, null])
    expect(words(await setLastDay(world.users.ben, id, { endsAt, last: false }, now))).toBe("done");
  const mails = await db.email.findMany({ where: { to: world.users.amina.email }, orderBy: { queuedAt: "asc" } });
  expect(mails.map(({ subject }) => subject)).toEqual([
    "Amina Yusuf: the last day of your access to Rosewood is 13 November 2026",
    "Amina Yusuf: the last day of your access to Rosewood is 31 December 2026",
    "Amina Yusuf: your access to Rosewood no longer has a last day",
  ]);
});

test("only someone who may remove a person sets their last day, and the last approver's needs confirming", async () => {
  const hers = await accessOf("amina");
  for (const name of ["amina", "carla", "olive", "nate", "shared"] satisfies PersonName[])
    await expect(setLastDay(world.users[name], hers, limits, now)).rejects.toThrow(Forbidden);
  const his = await accessOf("ben");
  await expect(setLastDay(world.users.ben, his, limits, now)).rejects.toThrow(Forbidden);
  await openRecord(world.users.sam, world.users.ben.id, { reason: "Rang." }, now);
  expect(words(await setLastDay(world.users.sam, his, limits, now))).toMatch(/will have no approver/);
  expect(words(await setLastDay(world.users.sam, his, { ...limits, last: true }, now))).toBe("done");
});
