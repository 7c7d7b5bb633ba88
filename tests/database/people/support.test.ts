import { Forbidden } from "@/lib/access/policy";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { db, disconnect, system, transact } from "@/lib/db";
import { keptEmail } from "@/lib/email/queries";
import type { Outcome } from "@/lib/outcome";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { auditBefore, auditEntries, auditChanges } from "@/lib/audit/queries";
import { correctDetails } from "@/lib/people/support/correct-details";
import { decideProposal } from "@/lib/people/support/decide-proposal";
import { endPersonSessions } from "@/lib/people/support/end-person-sessions";
import { findPeople } from "@/lib/people/support/find-people";
import { supportGivesAccess, type AccessFromSupport } from "@/lib/people/support/support-gives-access";
import { makeSharedAccount } from "@/lib/people/support/make-shared-account";
import { mergeAccounts, whyNotMerged } from "@/lib/people/support/merge-accounts";
import { whyOpened } from "@/lib/people/on-record";
import { openRecord } from "@/lib/people/support/open-record";
import { proposeSupport } from "@/lib/people/support/propose-support";
import { record } from "@/lib/people/support/record";
import { reopenAccount } from "@/lib/people/support/reopen-account";
import { requestAccess } from "@/lib/registrations/request-access";
import { cast, inWindow as now, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";

jest.setTimeout(30_000);
let world: Cast;
let users: Cast["users"];
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  users = world.users;
  await openRecords(world, "sam");
});
afterAll(disconnect);

const why = { reason: "Rang, and asked for it." };
const words = (outcome: Outcome<unknown>) =>
  outcome.ok ? "done" : outcome.problems.map(({ message }) => message).join();
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(words(outcome));
  return outcome.value;
};
const found = async (text: string) => (await findPeople(users.sam, text, now)).rows.map(({ name }) => name);
const mailsTo = async (to: string) =>
  (await db.email.findMany({ where: { to }, orderBy: { queuedAt: "asc" } })).map(({ template }) => template);
const liveAt = async (name: PersonName) =>
  (
    await db.access.findMany({ where: { accountId: users[name].id, endedAt: null }, orderBy: { locationId: "asc" } })
  ).map(({ locationId, level }) => [locationId, level]);
const details = { fullName: "Uma Team", email: "uma@support.example", telephone: "01632 960 001", jobTitle: "Support" };
const giving = (more: Partial<AccessFromSupport>): AccessFromSupport => ({
  targets: [`location:${world.at.hawthorn}`],
  level: "standard",
  instead: false,
  endsAt: null,
  ...why,
  ...more,
});

test("support finds a person by name, address, telephone in any spelling, job, location, provider, register id and number", async () => {
  await transact(system("test"), "a telephone", (tx) =>
    tx.account.update({ where: { id: users.dan.id }, data: { telephone: "+44 7700 900123" } }),
  );
  const registerId = "1-7777777";
  await transact(system("test"), "an id", (tx) =>
    tx.location.update({ where: { id: world.at.larch }, data: { registerId } }),
  );
  for (const text of [
    "Larch dan",
    "DAN@cast",
    "07700 900 123",
    "900123",
    "+44 7700 900 123",
    "+44 (0)7700 900123",
    "dan 07700900123",
    "larch care",
    registerId,
    String(users.dan.id),
  ])
    expect([text, await found(text)]).toEqual([text, expect.arrayContaining(["Dan Larch"])]);
  expect(await found("%")).toEqual([]);
  expect(await found("")).toEqual([]);
  expect(await found("of the cast rosewood")).toEqual([
    "Amina Yusuf",
    "Ben Carter",
    "Petra Parent",
    "Rosewood night desk",
  ]);
});

test("support finds people of a location whose name has a number in it, which is not taken for a telephone number alone", async () => {
  const { name } = await db.location.findUniqueOrThrow({ where: { id: world.at.larch } });
  const called = (name: string) =>
    transact(system("test"), "a name", (tx) => tx.location.update({ where: { id: world.at.larch }, data: { name } }));
  await called(`${name} 009646`);
  expect(await found("dan 009646")).toEqual(["Dan Larch"]);
  expect(await found("009646 larch")).toContain("Dan Larch");
  expect(await found("dan 009647")).toEqual([]);
  await called(name);
});

test("support finds a name without its accents and apostrophes, and a name without any with them", async () => {
  const named = (name: PersonName, fullName: string) =>
    transact(system("test"), "a name", (tx) =>
      tx.account.update({ where: { id: users[name].id }, data: { fullName } }),
    );
  await named("dan", "Łukasz O’Søren-Brzęczyszczykiewicz");
  for (const text of ["lukasz", "ŁUKASZ", "osoren", "o'søren", "brzeczy", "łukasz brzęczy"])
    expect([text, await found(text)]).toEqual([text, ["Łukasz O’Søren-Brzęczyszczykiewicz"]]);
  expect(await found("ámina yüsuf")).toEqual(["Amina Yusuf"]);
  expect(await found("lukas")).toHaveLength(1);
  expect(await found("lucasz")).toEqual([]);
  await named("dan", "Großmann Æther");
  expect(await found("grossmann aether")).toEqual(["Großmann Æther"]);
});

test("only support can find people, open records or read the audit", async () => {
  for (const name of ["ben", "olive", "nate", "shared"] satisfies PersonName[]) {
    await expect(findPeople(users[name], "amina", now)).rejects.toThrow(Forbidden);
    await expect(openRecord(users[name], users.amina.id, why, now)).rejects.toThrow(Forbidden);
    await expect(record(users[name], users.amina.id, now)).rejects.toThrow(Forbidden);
    await expect(auditEntries(users[name], {}, { page: 1, size: 5 }, now)).rejects.toThrow(Forbidden);
    await expect(supportGivesAccess(users[name], users.amina.id, giving({}), now)).rejects.toThrow(Forbidden);
    await expect(mergeAccounts(users[name], users.amina.id, users.dan.id, why, now)).rejects.toThrow(Forbidden);
    await expect(proposeSupport(users[name], { ...details, ...why }, now)).rejects.toThrow(Forbidden);
    await expect(endPersonSessions(users[name], users.amina.id, now)).rejects.toThrow(Forbidden);
  }
});

test("a record is opened with a reason, only for that member of support and that day, and the reason is kept", async () => {
  expect(await whyOpened(users.sue, users.amina.id, now)).toBeNull();
  expect(words(await openRecord(users.sue, users.amina.id, { reason: " " }, now))).toMatch(/Enter the reason/);
  value(await openRecord(users.sue, users.amina.id, why, now));
  expect(await whyOpened(users.sue, users.amina.id, now)).toBe(why.reason);
  expect(await whyOpened(users.sue, users.ben.id, now)).toBeNull();
  expect(await whyOpened(users.sue, users.amina.id, new Date(now.getTime() + 9 * 3_600_000))).toBeNull();
  const seen = await record(users.sue, users.amina.id, now);
  expect(seen?.looks).toMatchObject([
    { by: "Sue Support", reason: why.reason },
    { by: "Sam Support", reason: "Rang, and asked for help." },
  ]);
});

test("a corrected address gets login details, the previous address is told, and no one becomes support through it", async () => {
  const typed = {
    ...details,
    email: "amina@rosewood.example",
    kind: "home_care" as const,
    findsCapacity: false,
    ...why,
  };
  value(await correctDetails(users.sam, users.amina.id, typed, now));
  expect(await mailsTo("amina@rosewood.example")).toEqual(["credentials-sent-again"]);
  expect(await mailsTo(users.amina.email)).toEqual(["email-change-notice"]);
  expect(words(await correctDetails(users.sam, users.ben.id, typed, now))).toMatch(/Merge the two/);
  value(await correctDetails(users.sam, users.sue.id, { ...details, kind: null, findsCapacity: false, ...why }, now));
  expect((await db.account.findUniqueOrThrow({ where: { id: users.sue.id } })).kind).toBe("support");
});

test("access is given, given for a time, and moved; the person is told", async () => {
  value(await supportGivesAccess(users.sam, users.amina.id, giving({ level: "approver" }), now));
  expect(await liveAt("amina")).toEqual([
    [world.at.rosewood, "standard"],
    [world.at.hawthorn, "approver"],
  ]);
  expect(words(await supportGivesAccess(users.sam, users.amina.id, giving({ level: "approver" }), now))).toMatch(
    /already/,
  );
  value(
    await supportGivesAccess(
      users.sam,
      users.amina.id,
      giving({ targets: [`location:${world.at.willowbank}`], instead: true }),
      now,
    ),
  );
  expect(await liveAt("amina")).toEqual([[world.at.willowbank, "standard"]]);
  expect(await mailsTo(users.amina.email)).toEqual(["access-granted", "access-ended", "access-granted"]);
});

test("a shared account cannot be made an approver, a home cannot be given an area, and support cannot be given a location", async () => {
  const area = users.olive.grants[0]?.area?.id ?? 0;
  const refusal = async (name: PersonName, more: Partial<AccessFromSupport>) =>
    words(await supportGivesAccess(users.sam, users[name].id, giving(more), now));
  expect(await refusal("shared", { level: "approver" })).toMatch(/cannot be an approver/);
  expect(await refusal("amina", { targets: [`area:${area}`] })).toMatch(/councils and NHS bodies/);
  expect(await refusal("sue", {})).toMatch(/can already see everything/);
  expect(await refusal("amina", { targets: ["location:99999"] })).toMatch(/could not be found/);
});

test("a merge is offered only if it can be done, and we say why if it cannot", async () => {
  const why = async (one: PersonName, other: PersonName) =>
    whyNotMerged(users.sam, users[one].id, users[other].id, now);
  expect(await why("amina", "dan")).toBeNull();
  expect(await why("amina", "amina")).toMatch(/other account/);
  expect(await why("amina", "sue")).toMatch(/support accounts or shared accounts/);
  expect(await why("amina", "shared")).toMatch(/support accounts or shared accounts/);
  expect(await why("amina", "sam")).toMatch(/your own/);
  expect(await why("amina", "olive")).toMatch(/cannot be given to/);
  await expect(whyNotMerged(users.ben, users.amina.id, users.dan.id, now)).rejects.toThrow(Forbidden);
});

test("two accounts of one person become one: access and requests move, the higher level wins, the other is closed", async () => {
  value(await requestAccess(users.dan, [{ locationId: world.at.willowbank }], "standard", now));
  value(
    await supportGivesAccess(
      users.sam,
      users.dan.id,
      giving({ targets: [`location:${world.at.rosewood}`], level: "approver" }),
      now,
    ),
  );
  value(await mergeAccounts(users.sam, users.amina.id, users.dan.id, why, now));
  expect(await liveAt("amina")).toEqual([
    [world.at.rosewood, "approver"],
    [world.at.larch, "standard"],
  ]);
  expect(await liveAt("dan")).toEqual([]);
  const closed = await db.email.findFirstOrThrow({ where: { template: "account-deactivated" } });
  expect((await keptEmail(closed.id, now))?.drawn?.text).toContain(`Sign in with ${users.amina.email}.`);
  const other = await db.account.findUniqueOrThrow({ where: { id: users.dan.id } });
  expect([other.mergedIntoId, other.deactivatedAt]).toEqual([users.amina.id, now]);
  expect(await db.accessRequest.findMany({ where: { decidedAt: null } })).toMatchObject([
    { accountId: users.amina.id },
  ]);
  expect(words(await reopenAccount(users.sam, users.dan.id, why, now))).toMatch(/merged/);
  expect(await mailsTo(users.amina.email)).toEqual(["access-granted", "access-granted"]);
  const told = await db.email.findMany({ where: { to: users.amina.email } });
  expect(told.map(({ subject }) => subject).sort()).toEqual([
    "Amina Yusuf: you now have access to Larch Home Care",
    "Amina Yusuf: you now have access to Rosewood",
  ]);
  expect(words(await mergeAccounts(users.sam, users.amina.id, users.shared.id, why, now))).toMatch(/cannot merge/);
  expect(words(await mergeAccounts(users.sam, users.amina.id, users.olive.id, why, now))).toMatch(
    /cannot be given to Care Home/,
  );
  for (const kept of [users.olive, users.sita, users.gwen])
    expect(words(await mergeAccounts(users.sam, kept.id, users.amina.id, why, now))).toMatch(
      /Correct the account type first/,
    );
});

test("one member of support proposes and another confirms; neither does both, and of two confirmations one counts", async () => {
  const { id } = value(await proposeSupport(users.sam, { ...details, ...why }, now));
  expect(await mailsTo(users.sue.email)).toEqual(["support-proposed"]);
  expect(words(await proposeSupport(users.sue, { ...details, ...why }, now))).toMatch(/already been proposed/);
  expect(words(await decideProposal(users.sam, id, "approved", now))).toMatch(/another member/);
  expect(await db.account.count({ where: { email: details.email } })).toBe(0);
  const both = await Promise.all([1, 2].map(() => decideProposal(users.sue, id, "approved", now)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.account.findFirst({ where: { email: details.email } })).toMatchObject({ kind: "support" });
  expect(await mailsTo(details.email)).toEqual(["account-made"]);
});

test("the database itself refuses a proposal confirmed by the person who made it", async () => {
  const { id } = value(await proposeSupport(users.sam, { ...details, ...why }, now));
  const data = { decidedAt: now, decidedById: users.sam.id, decision: "approved" } as const;
  await expect(
    transact(users.sam, "by hand", (tx) => tx.supportNomination.update({ where: { id }, data })),
  ).rejects.toThrow(/two_people/);
});

test("a shared account is Standard at single locations, and never twice at one address", async () => {
  const shared = {
    ...details,
    kind: "care_home" as const,
    targets: [`location:${world.at.rosewood}` as const],
    ...why,
  };
  const { id } = value(await makeSharedAccount(users.sam, shared, now));
  const account = await db.account.findUniqueOrThrow({ where: { id }, include: { access: true } });
  expect([account.generic, account.access.map(({ level }) => level)]).toEqual([true, ["standard"]]);
  expect(words(await makeSharedAccount(users.sam, shared, now))).toMatch(/already/);
  const wrong = { ...shared, fullName: "", kind: undefined, targets: [], reason: "" };
  const all = await makeSharedAccount(users.sam, wrong, now);
  expect(all.ok ? [] : all.problems.map(({ field }) => field).sort()).toEqual([
    "email",
    "fullName",
    "kind",
    "reason",
    "target",
  ]);
  expect(words(await makeSharedAccount(users.sam, { ...shared, email: "b@c.example", targets: [] }, now))).toMatch(
    /Choose/,
  );
});

test("a closed account is opened again without the access it had", async () => {
  value(await deactivatePerson(users.sam, users.amina.id, why, now));
  value(await reopenAccount(users.sam, users.amina.id, why, now));
  expect(await liveAt("amina")).toEqual([]);
  expect(words(await reopenAccount(users.sam, users.amina.id, why, now))).toMatch(/is open/);
});

test("support signs someone out everywhere, at once", async () => {
  const token = await transact(system("test"), "in", (tx) =>
    openSession(tx, { holder: users.amina, purpose: "full", remembered: false, passwordAt: now }, now),
  );
  value(await endPersonSessions(users.sam, users.amina.id, now));
  expect(await sessionUser(token, now)).toBeNull();
});

test("the audit says who changed what and why, can be narrowed to a person, and holds no password", async () => {
  value(await deactivatePerson(users.sam, users.amina.id, why, now));
  const { rows, total } = await auditEntries(
    users.sam,
    { personId: users.amina.id, words: "sam@cast" },
    { page: 1, size: 50 },
    now,
  );
  expect(total).toBe(rows.length);
  expect(rows.map(({ table, reason }) => [table, reason])).toEqual([
    ["access", "closed an account (record opened: Rang, and asked for help.)"],
    ["account", "closed an account (record opened: Rang, and asked for help.)"],
  ]);
  expect(rows.flatMap(auditChanges).join()).toMatch(/deactivated_reason: empty → Rang/);
  expect(JSON.stringify(rows)).not.toMatch(/argon2/);
  const all = await auditBefore(users.sam, {}, null, 5, now);
  const next = await auditBefore(users.sam, {}, all.at(-1) ?? null, 5, now);
  expect(Number(next[0]?.id)).toBeLessThan(Number(all.at(-1)?.id));
});
