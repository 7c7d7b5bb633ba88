import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { db, disconnect } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { changeLevel } from "@/lib/people/change-level";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { removeFromPlace } from "@/lib/people/end-access";
import { isOpenTo } from "@/lib/people/on-record";
import { person } from "@/lib/people/person";
import { sendLoginDetails } from "@/lib/people/send-login-details";
import { auditBefore, auditEntries } from "@/lib/audit/queries";
import { correctDetails } from "@/lib/people/support/correct-details";
import { endPersonSessions } from "@/lib/people/support/end-person-sessions";
import { supportGivesAccess } from "@/lib/people/support/support-gives-access";
import { mergeAccounts } from "@/lib/people/support/merge-accounts";
import { openRecord } from "@/lib/people/support/open-record";
import { record } from "@/lib/people/support/record";
import { reopenAccount } from "@/lib/people/support/reopen-account";
import { setLastDay } from "@/lib/people/set-last-day";
import { unlockPerson } from "@/lib/people/unlock-person";
import { cast, countOf, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

jest.setTimeout(30_000);
let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const why = { reason: "Rang, and asked for it." };
const of = () => world.users.amina.id;
const access = async () =>
  (await db.access.findFirstOrThrow({ where: { accountId: of(), endedAt: null }, select: { id: true } })).id;
const details = { fullName: "Amina Yusuf", email: "amina@cast.example", telephone: "01632 960 001", jobTitle: "Cook" };

const acts: Record<string, () => Promise<Outcome<unknown>>> = {
  "send login details": () => sendLoginDetails(world.users.sam, of(), now),
  unlock: () => unlockPerson(world.users.sam, of(), now),
  close: () => deactivatePerson(world.users.sam, of(), why, now),
  "take out of a place": async () => removeFromPlace(world.users.sam, await access(), { ...why, last: true }, now),
  "set a last day": async () => setLastDay(world.users.sam, await access(), { endsAt: now, last: true }, now),
  "change the level": async () => changeLevel(world.users.sam, await access(), { level: "approver", last: true }, now),
  "correct details": () =>
    correctDetails(world.users.sam, of(), { ...details, kind: null, findsCapacity: false, ...why }, now),
  "give access": () =>
    supportGivesAccess(
      world.users.sam,
      of(),
      { targets: [`location:${world.at.larch}`], level: "standard", instead: false, endsAt: null, ...why },
      now,
    ),
  merge: () => mergeAccounts(world.users.sam, of(), world.users.dan.id, why, now),
  "end sessions": () => endPersonSessions(world.users.sam, of(), now),
};

test.each(Object.keys(acts))("support cannot %s before the record is opened with a reason", async (name) => {
  const act = acts[name];
  const audited = await countOf("audit");
  expect(await act?.()).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/say why/) as string }],
  });
  expect(await countOf("audit")).toBe(audited);
  await openRecord(world.users.sam, of(), { reason: "Mail 41" }, now);
  expect(await act?.()).toMatchObject({ ok: true });
  const entries = await db.$queryRaw<{ reason: string }[]>`select reason from audit where id > ${audited}`;
  for (const { reason } of entries) expect(reason).toMatch(/\(record opened: Mail 41\)$/);
});

test("a closed account is opened again only by someone who opened the record", async () => {
  await openRecord(world.users.sam, of(), why, now);
  await deactivatePerson(world.users.sam, of(), why, now);
  expect((await reopenAccount(world.users.sue, of(), why, now)).ok).toBe(false);
  expect((await reopenAccount(world.users.sam, of(), why, now)).ok).toBe(true);
});

test("support sees nothing of someone before the record is opened, and nothing eight hours later", async () => {
  const later = new Date(now.getTime() + 8 * 3_600_000 + 1);
  const page = { page: 1, size: 5 };
  const own = { table: "account", rowId: String(of()) };
  const sees = async (when: Date) => [
    (await person(world.users.sam, of(), when)) !== null,
    (await record(world.users.sam, of(), when)) !== null,
    await isOpenTo(world.users.sam, of(), when),
    await auditEntries(world.users.sam, { personId: of() }, page, when).then(
      () => true,
      () => false,
    ),
    await auditEntries(world.users.sam, own, page, when).then(
      () => true,
      () => false,
    ),
    await auditBefore(world.users.sam, own, null, 5, when).then(
      () => true,
      () => false,
    ),
  ];
  expect(await sees(now)).toEqual([false, false, false, false, false, false]);
  await openRecord(world.users.sam, of(), why, now);
  expect(await sees(now)).toEqual([true, true, true, true, true, true]);
  expect(await sees(later)).toEqual([false, false, false, false, false, false]);
  expect(await person(world.users.sue, of(), now)).toBeNull();
});

test("merging opens the record of the other account for the reason that is given", async () => {
  await openRecord(world.users.sam, of(), why, now);
  await mergeAccounts(world.users.sam, of(), world.users.dan.id, { reason: "Same telephone." }, now);
  expect(await db.disclosure.findMany({ orderBy: { id: "asc" }, select: { reason: true, criteria: true } })).toEqual([
    { reason: why.reason, criteria: { personId: of() } },
    { reason: "Same telephone.", criteria: { personId: world.users.dan.id } },
  ]);
});

/** These change no one else's account: people leave a place or ask for something themselves, a new account is made, support is written to. */
const ofNobodyElse = [
  "ask-to-find.ts",
  "end-access.ts",
  "support/make-shared-account.ts",
  "support/propose-support.ts",
];
const alsoAllowed = ["support/decide-proposal.ts", "ask-to-close.ts", "keep-disclosure.ts", "on-record.ts"];

test("no other file about people begins a change of its own", () => {
  const folder = path.join(__dirname, "../../../lib/people");
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(".ts"));
  const begin = files.filter((file) => /\btransact\(user/.test(readFileSync(path.join(folder, file), "utf8")));
  const expected = [...ofNobodyElse, ...alsoAllowed];
  expect(begin.filter((file) => !file.startsWith("pre-registration/")).sort()).toEqual(expected.sort());
});
