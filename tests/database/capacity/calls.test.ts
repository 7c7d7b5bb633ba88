import { Forbidden } from "@/lib/access/policy";
import { bedsOfLink, confirmByLink } from "@/lib/beds/confirm-by-link";
import { criteriaIn } from "@/lib/capacity/criteria";
import { doubtsCleared } from "@/lib/capacity/doubts-cleared";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { recordCall } from "@/lib/capacity/record-call";
import { db, system, transact } from "@/lib/db";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { ownAreas } from "@/lib/reports/queries";
import { keptEmail } from "@/lib/email/queries";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { placeOnMap, state } from "@/tests/support/stating";

let world: Cast;
let looked: number;
const hour = 3_600_000;
const after = (hours: number) => new Date(now.getTime() + hours * hour);

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await placeOnMap({ [world.at.rosewood]: [53.545, -2.115] });
  looked = await state(world.users.amina, world.at.rosewood, { at: after(-2), free: { GEN_RES: 2 } });
});

const call = (by: PersonName, result: string, change: { because?: string; looked?: number } = {}, at = now) =>
  recordCall(
    world.users[by],
    { locationId: world.at.rosewood, looked, bedType: "", result, because: "", ...change },
    at,
  );
const doubts = async () =>
  (await findCapacity(world.users.harun, criteriaIn({ near: "OL1 1AA" }), now)).places.find(
    ({ name }) => name === "Rosewood",
  )?.doubts;
const linkIn = async (to: string) => {
  const { id } = await db.email.findFirstOrThrow({ where: { to }, orderBy: { queuedAt: "desc" } });
  return /confirm-beds\/([\w-]+)/.exec((await keptEmail(id, now))?.drawn?.text ?? "")?.[1] ?? "";
};

test("“taken” casts doubt on what was seen, asks the home's people once, and clears with one press from the email", async () => {
  expect(await call("harun", "taken")).toEqual({ ok: true, value: null });
  expect(await call("harun", "taken")).toEqual({ ok: true, value: null });
  expect(await call("olive", "taken", {}, after(1))).toEqual({ ok: true, value: null });
  expect(await doubts()).toBe(2);
  const mails = await db.email.findMany({ where: { template: "beds-doubted" }, orderBy: { to: "asc" } });
  expect(mails.map(({ to }) => to)).toEqual(["amina@cast.example", "ben@cast.example"]);
  const secret = await linkIn("amina@cast.example");
  expect(await bedsOfLink(secret, now)).toMatchObject({ location: "Rosewood", stated: { id: looked } });
  expect(await db.bedUpdate.count()).toBe(1);
  expect(await confirmByLink({ secret, looked, address: null, browser: null }, after(3))).toEqual({
    ok: true,
    value: null,
  });
  expect(await doubts()).toBe(0);
  const confirmed = await db.bedUpdate.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(confirmed).toMatchObject({ source: "reminder", byId: world.users.amina.id });
  expect(await db.session.count({ where: { endedAt: null } })).toBe(0);
  expect(await doubtsCleared(world.users.olive, after(-24), after(24))).toEqual({
    doubted: 1,
    cleared: 1,
    medianHours: 3,
  });
  const [oldham] = await ownAreas(world.users.olive);
  expect(await doubtsCleared(world.users.olive, after(-24), after(24), oldham)).toMatchObject({ doubted: 1 });
  const [rochdale] = await ownAreas(world.users.rory);
  expect(await doubtsCleared(world.users.rory, after(-24), after(24), rochdale)).toMatchObject({ doubted: 0 });
  expect(await doubtsCleared(world.users.rory, after(-24), after(24), oldham)).toMatchObject({ doubted: 0 });
});

test("“placed” lowers nothing, and offers the home the choice to lower its vacancies by one", async () => {
  expect(await call("harun", "placed")).toEqual({ ok: true, value: null });
  expect(await db.bedUpdate.count()).toBe(1);
  const secret = await linkIn("ben@cast.example");
  expect(await confirmByLink({ secret, looked, fewer: "GEN_RES", address: null, browser: null }, after(1))).toEqual({
    ok: true,
    value: null,
  });
  const { counts } = await db.bedUpdate.findFirstOrThrow({ orderBy: { id: "desc" }, include: { counts: true } });
  expect(counts).toMatchObject([{ accepting: 1, occupied: 11 }]);
});

test("a link works for a week, only for its person, and stops once they have left", async () => {
  await call("harun", "taken");
  const secret = await linkIn("amina@cast.example");
  expect(await bedsOfLink(secret, after(7 * 24 + 1))).toBeNull();
  await transact(system("test"), "left", (tx) =>
    tx.access.updateMany({ where: { accountId: world.users.amina.id }, data: { endedAt: now } }),
  );
  expect(await confirmByLink({ secret, looked, address: null, browser: null }, now)).toMatchObject({ ok: false });
  expect(await bedsOfLink("nonsense", now)).toBeNull();
});

test("a missing choice is asked for, and figures stated since are not doubted", async () => {
  expect(await call("harun", "")).toMatchObject({ problems: [{ field: "result" }] });
  expect(await call("harun", "not_suitable")).toMatchObject({ problems: [{ field: "because" }] });
  expect(await call("harun", "not_suitable", { because: "price" })).toMatchObject({ ok: true });
  await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
  expect(await call("harun", "taken")).toMatchObject({ ok: false });
  expect(await doubts()).toBe(0);
});

test("no one can report more than sixty calls a day, and people who may not look can report none", async () => {
  for (let nth = 0; nth < 60; nth++) await call("harun", "no_answer");
  expect(await call("harun", "no_answer")).toMatchObject({ ok: false });
  expect(await call("harun", "no_answer", {}, after(25))).toMatchObject({ ok: true });
  await expect(call("amina", "taken")).rejects.toThrow(Forbidden);
  expect(await db.callOutcome.count()).toBe(61);
});

test("where no beds were stated, what came of a call is kept and nothing is doubted", async () => {
  const told = { locationId: world.at.willowbank, looked: 0, bedType: "", result: "taken", because: "" };
  expect(await recordCall(world.users.harun, told, now)).toEqual({ ok: true, value: null });
  expect(await db.callOutcome.findFirst({ select: { bedUpdateId: true, result: true } })).toEqual({
    bedUpdateId: null,
    result: "taken",
  });
  expect(await db.email.count()).toBe(0);
  expect(await doubtsCleared(world.users.rory, after(-24), after(24))).toMatchObject({ doubted: 0 });
});

test("each call is in the audit, and no one changes or takes back what they told", async () => {
  await call("harun", "taken");
  const told = { table: "call_outcome", accountId: world.users.harun.id, operation: "insert" as const };
  expect(await db.audit.count({ where: told })).toBe(1);
  await expect(transact(system("test"), "taken back", (tx) => tx.callOutcome.deleteMany({}))).rejects.toThrow();
});

test("the time from doubt to confirmation is in the report of how fresh vacancies are", async () => {
  await call("harun", "taken");
  await call("olive", "taken", {}, after(1));
  await state(world.users.amina, world.at.rosewood, { at: after(5), free: { GEN_RES: 1 } });
  const report = reportOfKey("vacancy-freshness");
  const asking = report && (await askingFor(world.users.olive, report, {}, after(24)));
  if (!report || !asking) throw new Error("Olive does not see the report.");
  const { rows, totals } = await runReport(report, asking, { by: "name", descending: false, page: 1, size: 50 });
  const rosewood = rows.find(({ id }) => id === world.at.rosewood);
  expect(rosewood).toMatchObject({ doubts: 0, doubted: 1, hours_to_confirm: 5 });
  expect(totals.doubted).toBe(1);
});
