import { endKey } from "@/lib/api/end-key";
import { tellWebhooks } from "@/lib/api/webhooks/tell-webhooks";
import { confirmBeds } from "@/lib/beds/confirm-beds";
import { recordCall } from "@/lib/capacity/record-call";
import { db, disconnect, system, transact } from "@/lib/db";
import { announceWindow } from "@/lib/jobs/announce-window";
import { londonInstant } from "@/lib/london";
import { returnForm } from "@/lib/returns/return-form";
import { submitReturn } from "@/lib/returns/submit-return";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { changed } from "@/tests/support/changed-workbook";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { placeOnMap, state } from "@/tests/support/stating";
import { webhookOf } from "@/tests/support/webhooks";
import { sendWorkbook } from "@/tests/support/workbooks";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

const events = async () =>
  (await db.webhookEvent.findMany({ orderBy: [{ at: "asc" }, { type: "asc" }] })).map(({ type, locationId }) => [
    type,
    locationId,
  ]);
const forget = async () => (await asOwner()).query("truncate webhook_event cascade");
const deliveries = () => db.webhookDelivery.count();

async function sent(cells: Record<string, string>): Promise<void> {
  const { bytes } = await workbookTemplate(world.users.amina, now);
  const edits = Object.entries(cells).map(([heading, to]) => ({ sheet: "Care home", row: ["Rosewood"], heading, to }));
  const id = await sendWorkbook(world.users.amina, await changed(bytes, edits), now, { read: now });
  await acceptWorkbook(world.users.amina, id, {}, now);
  await runWorkbook(id, now);
}

async function unchanged(): Promise<unknown> {
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", now);
  const looked = form?.unchanged.looked ?? "";
  return submitReturn(
    world.users.amina,
    filingOf(world.at.rosewood, { typed: {}, unchanged: { looked }, source: "unchanged" }),
    now,
  );
}

const file = (changes: Parameters<typeof filingOf>[1] = {}) =>
  submitReturn(world.users.amina, filingOf(world.at.rosewood, changes), now);
const same = async () => {
  await file();
  await forget();
  return sent({ Action: "same" });
};
const ways: Record<string, [file: () => Promise<unknown>, statesBeds: boolean]> = {
  "the form": [() => file(), true],
  "the form, sent twice": [
    async () => {
      await file({ idempotencyKey: "pressed-twice" });
      return file({ idempotencyKey: "pressed-twice" });
    },
    true,
  ],
  "another system": [() => file({ source: "api" }), true],
  "a nil return": [() => file({ typed: {}, nil: { reason: "closing", note: "" }, source: "nil" }), false],
  "nothing has changed": [
    async () => {
      await file();
      await forget();
      return unchanged();
    },
    true,
  ],
  "a workbook with a nil return": [
    () => sent({ Action: "nil", "Reason for nil return": "The service is closing" }),
    false,
  ],
  "a workbook that says “same”": [same, true],
};

test.each(Object.entries(ways))("a return that is filed by %s leaves one event", async (_, [run, statesBeds]) => {
  const locationId = world.at.rosewood;
  await webhookOf(world.users.ben, locationId, now);
  await run();
  expect(await db.return.count()).toBeGreaterThan(0);
  expect(await events()).toEqual([
    ["return.filed", locationId],
    ...(statesBeds ? [["vacancy.changed", locationId]] : []),
  ]);
  const { reference } = await db.return.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(await db.webhookEvent.findFirst({ where: { type: "return.filed" } })).toMatchObject({
    about: { collection: "care_home", month: "2026-11", reference },
  });
});

test("beds that are confirmed or found taken leave one event each", async () => {
  const { ben, amina, harun } = world.users;
  const locationId = world.at.rosewood;
  await placeOnMap({ [locationId]: [53.545, -2.115] });
  await webhookOf(ben, locationId, now);
  const beds = ["vacancy.changed", locationId];
  const looked = await state(amina, locationId, { at: now, free: { GEN_RES: 2 } });
  expect(await events()).toEqual([beds]);
  const rung = { locationId, looked, bedType: "", because: "" };
  expect(await recordCall(harun, { ...rung, result: "taken" }, now)).toMatchObject({ ok: true });
  expect(await recordCall(harun, { ...rung, result: "no_answer" }, now)).toBeDefined();
  expect(await events()).toEqual([beds, beds]);
  expect(await confirmBeds(amina, { locationId, looked, source: "form" }, now)).toMatchObject({ ok: true });
  expect(await events()).toEqual([beds, beds, beds]);
});

test("without a webhook that could hear it, nothing is written and nothing queued", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), now);
  await webhookOf(world.users.ben, world.at.hawthorn, now);
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), now);
  await announceWindow(londonInstant("2026-12-08", "08:00"));
  await forget();
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), now);
  expect(await events()).toEqual([]);
});

test("an event is kept or undone with what happened, and a return that is not filed leaves none", async () => {
  const { ben, amina } = world.users;
  await webhookOf(ben, world.at.rosewood, now);
  const failing = transact(system("test"), "half a deed", async (tx) => {
    const by = { byId: amina.id, locationId: world.at.rosewood, at: now, source: "form", idempotencyKey: "k" } as const;
    await tx.bedUpdate.create({ data: by });
    throw new Error("half way");
  });
  await expect(failing).rejects.toThrow("half way");
  expect(await submitReturn(amina, filingOf(world.at.rosewood, { typed: {} }), now)).toMatchObject({ ok: false });
  expect(await events()).toEqual([]);
});

test("an open window is announced to webhooks once a month, and to no one before it opens", async () => {
  await webhookOf(world.users.ben, world.at.rosewood, now);
  await announceWindow(londonInstant("2026-12-07", "08:00"));
  expect(await events()).toEqual([]);
  for (const day of ["2026-12-08", "2026-12-08", "2026-12-09"]) await announceWindow(londonInstant(day, "08:00"));
  expect(await events()).toEqual([["window.opened", null]]);
  expect(await db.webhookEvent.findFirst()).toMatchObject({ about: { month: "2026-12" } });
});

test("each webhook hears what its key may read, once, however many tell at the same time", async () => {
  const { ben, carla, sam, amina } = world.users;
  await webhookOf(ben, world.at.rosewood, now);
  await webhookOf(ben, world.at.hawthorn, now);
  await webhookOf(carla, world.at.willowbank, now);
  await webhookOf(sam, 0, now, { key: { email: "olive@cast.example", locations: [] } });
  await webhookOf(sam, 0, now, { key: { email: "rory@cast.example", locations: [] } });
  await webhookOf(ben, world.at.rosewood, now, { events: ["window.opened"] });
  await submitReturn(amina, filingOf(world.at.rosewood), now);
  await Promise.all([1, 2, 3].map(() => tellWebhooks(now)));
  const told = await db.webhookDelivery.findMany({
    select: { event: { select: { type: true } }, webhook: { select: { key: { select: { accountId: true } } } } },
    orderBy: { id: "asc" },
  });
  const heard = told.map(({ event, webhook }) => `${webhook.key.accountId} ${event.type}`).sort();
  const all = [ben, world.users.olive].flatMap(({ id }) => [`${id} return.filed`, `${id} vacancy.changed`]);
  expect(heard).toEqual(all.sort());
  expect(await db.webhookEvent.count({ where: { toldAt: null } })).toBe(0);
});

test("a webhook hears nothing more once its key has ended, has expired or its holder has left", async () => {
  const { ben, amina } = world.users;
  const { keyId } = await webhookOf(ben, world.at.rosewood, now);
  const file = () => submitReturn(amina, filingOf(world.at.rosewood), now);
  await file();
  const expired = new Date(now.getTime() + 91 * 86_400_000);
  await tellWebhooks(expired);
  expect(await deliveries()).toBe(0);
  await file();
  const level = (to: "standard" | "approver") =>
    transact(system("test"), "their level", (tx) =>
      tx.access.updateMany({ where: { accountId: ben.id }, data: { level: to } }),
    );
  await level("standard");
  await tellWebhooks(now);
  expect(await deliveries()).toBe(0);
  await level("approver");
  await file();
  await endKey(ben, keyId, now);
  await tellWebhooks(now);
  expect(await deliveries()).toBe(0);
});
