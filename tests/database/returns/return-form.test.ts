import { Forbidden } from "@/lib/access/policy";
import { db, transact } from "@/lib/db";
import {
  formToSend,
  complianceOf,
  dueReturns,
  history,
  receipt,
  receiptGenuine,
  returnForm,
} from "@/lib/returns/queries";
import { receiptLines, receivedInWords } from "@/lib/returns/receipt-words";
import { questionSets } from "@/lib/questions/sets";
import { saveDraft } from "@/lib/returns/save-draft";
import { updateBeds } from "@/lib/beds/update-beds";
import { submitReturn } from "@/lib/returns/submit-return";
import { downloadHistory } from "@/lib/returns/download-history";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { filingOf, rosewoodTyped, withoutFlu } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const inOctober = new Date("2026-10-09T10:00:00Z");
const afterNovember = new Date("2026-11-20T10:00:00Z");

async function filed(...given: Parameters<typeof submitReturn>) {
  const outcome = await submitReturn(...given);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("; "));
  return outcome.value;
}

const open = async (person: keyof Cast["users"], now = inWindow) => {
  const form = await returnForm(world.users[person], world.at.rosewood, "care_home", now);
  if (!form) throw new Error("no form");
  return form;
};

test("a return starts from last month's figures, and flu is asked again", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const form = await open("amina");
  expect(form).toMatchObject({
    from: "last",
    late: false,
    monthly: true,
    draft: null,
    current: null,
    shown: "2026-11 open",
  });
  expect(form.values).toMatchObject({ nurses_employed: "4", "beds.GEN_RES.capacity": "20", flu_staff: "" });
  expect(form.questions.map(({ key }) => key)).toContain("flu_staff");
  expect(form.unchanged).toMatchObject({ why: [], asks: [] });
  expect(form.unchanged.unanswered.map(({ key }) => key)).toEqual(["flu_residents", "flu_staff", "flu_agency_staff"]);
  expect(form.last?.month).toBe("2026-10");
  expect(form.bedsSince).toBeNull();
});

test("beds updated since the last return are shown in the form with the day they were stated", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const at = new Date("2026-10-31T10:00:00Z");
  const beds = Object.fromEntries(Object.entries(rosewoodTyped).filter(([name]) => name.startsWith("beds.")));
  const typed = { ...beds, "beds.GEN_RES.occupied": "17", "beds.GEN_RES.accepting": "1" };
  const update = { locationId: world.at.rosewood, typed, idempotencyKey: "beds", source: "form" as const };
  expect((await updateBeds(world.users.ben, update, at)).ok).toBe(true);
  expect(await open("amina")).toMatchObject({ bedsSince: at, values: { "beds.GEN_RES.occupied": "17" } });
});

test("check what changed compares beds and the rest with the same last return, and what is left out stays", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const beds = Object.fromEntries(Object.entries(rosewoodTyped).filter(([name]) => name.startsWith("beds.")));
  const typed = { ...beds, "beds.GEN_RES.occupied": "17", "beds.GEN_RES.accepting": "1" };
  const update = { locationId: world.at.rosewood, typed, idempotencyKey: "beds", source: "form" as const };
  await updateBeds(world.users.ben, update, new Date("2026-10-31T10:00:00Z"));
  const draft = Object.fromEntries(
    Object.entries({ ...rosewoodTyped, ...typed }).filter(([name]) => !/^beds\..*open$/.test(name)),
  );
  const where = { locationId: world.at.rosewood, collection: "care_home" as const, version: 0 };
  await saveDraft(world.users.amina, { ...where, typed: draft }, inWindow);
  const form = formToSend(await open("amina"));
  expect(form.lastTyped).toMatchObject({ "beds.GEN_RES.occupied": "16" });
  expect(form.differences.slice(0, 3).map(({ key, before, after }) => [key, before, after])).toEqual([
    ["beds.GEN_RES.occupied", "16", "17"],
    ["beds.GEN_RES.accepting", "2", "1"],
    ["flu_residents", "Not answered", "12"],
  ]);
  const { reference } = await filed(world.users.amina, filingOf(world.at.rosewood, { typed: draft }), inWindow);
  expect(await receipt(world.users.amina, reference)).toMatchObject({
    beds: { open: true, types: { GEN_RES: { open: true, occupied: 17 } } },
  });
});

test("a draft is kept with what changed, and is deleted when the return is sent", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const typed = {
    ...rosewoodTyped,
    nurses_employed: "5",
    "beds.GEN_RES.occupied": "17",
    "beds.GEN_RES.accepting": "1",
  };
  const draft = { locationId: world.at.rosewood, collection: "care_home" as const, typed };
  expect(await saveDraft(world.users.amina, { ...draft, version: 0 }, inWindow)).toEqual({
    ok: true,
    value: { version: 1 },
  });
  const form = await open("amina");
  expect(form).toMatchObject({ from: "draft", draft: { version: 1, mine: true } });
  expect(formToSend(form).differences.map(({ key, before, after }) => [key, before, after])).toEqual([
    ["beds.GEN_RES.occupied", "16", "17"],
    ["beds.GEN_RES.accepting", "2", "1"],
    ["nurses_employed", "4", "5"],
    ["flu_residents", "Not answered", "12"],
    ["flu_staff", "Not answered", "20"],
    ["flu_agency_staff", "Not answered", "1"],
  ]);
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed, draftVersion: 1 }), inWindow);
  expect(await db.returnDraft.count()).toBe(0);
});

test("two people in one draft cannot overwrite each other without knowing", async () => {
  const draft = { locationId: world.at.rosewood, collection: "care_home" as const, version: 0 };
  await saveDraft(world.users.ben, { ...draft, typed: { nurses_employed: "9" } }, inWindow);
  const refusal = await saveDraft(world.users.amina, { ...draft, typed: { nurses_employed: "1" } }, inWindow);
  expect(refusal).toMatchObject({
    ok: false,
    problems: [
      {
        code: "draft.newer",
        warning: true,
        message: expect.stringMatching(/^Ben Carter saved this return at 10am/) as string,
      },
    ],
  });
  expect((await open("amina")).values).toEqual({ nurses_employed: "9" });
  const typed = { nurses_employed: "1", "accept.draft.newer": "yes" };
  expect(await saveDraft(world.users.amina, { ...draft, typed }, inWindow)).toEqual({
    ok: true,
    value: { version: 2 },
  });
  expect((await open("ben")).values).toEqual({ nurses_employed: "1" });
});

test("two people using one shared account cannot overwrite each other's draft without knowing", async () => {
  const draft = { locationId: world.at.rosewood, collection: "care_home" as const, version: 0 };
  const save = (version: number, nurses: string) =>
    saveDraft(world.users.shared, { ...draft, version, typed: { nurses_employed: nurses } }, inWindow);
  expect(await save(0, "1")).toEqual({ ok: true, value: { version: 1 } });
  expect(await save(0, "2")).toMatchObject({ ok: false, problems: [{ code: "draft.newer" }] });
  expect(await save(1, "3")).toEqual({ ok: true, value: { version: 2 } });
  expect((await open("amina")).values).toEqual({ nurses_employed: "3" });
});

test("a colleague's newer draft stays when someone sends their own return", async () => {
  await saveDraft(
    world.users.ben,
    { locationId: world.at.rosewood, collection: "care_home", typed: {}, version: 0 },
    inWindow,
  );
  await filed(world.users.amina, filingOf(world.at.rosewood, { draftVersion: 0 }), inWindow);
  expect(await db.returnDraft.count()).toBe(1);
});

test("someone else's form, draft, history and receipt are not found", async () => {
  const { reference } = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  for (const name of ["carla", "dan", "gwen", "harun", "sita", "agnes", "rory", "otto"] as const) {
    const user = world.users[name];
    expect(await returnForm(user, world.at.rosewood, "care_home", inWindow)).toBeNull();
    expect(await history(user, world.at.rosewood, "care_home", inWindow)).toBeNull();
    expect(await complianceOf(user, world.at.rosewood, inWindow)).toBeNull();
    expect(await receipt(user, reference)).toBeNull();
    const draft = { locationId: world.at.rosewood, collection: "care_home" as const, typed: {}, version: 0 };
    await expect(saveDraft(user, draft, inWindow)).rejects.toBeInstanceOf(Forbidden);
  }
  expect(await returnForm(world.users.olive, world.at.rosewood, "care_home", inWindow)).toBeNull();
  expect(await receipt(world.users.olive, reference)).toMatchObject({ location: "Rosewood" });
});

test("what is due follows the window: due, filed, missed, updated late", async () => {
  const stateOf = async (now: Date) =>
    (await dueReturns(world.users.amina, now)).find(({ collection }) => collection === "care_home")?.state;
  expect(await stateOf(inWindow)).toBe("due");
  expect(await stateOf(afterNovember)).toBe("missed");
  await filed(world.users.amina, filingOf(world.at.rosewood), afterNovember);
  expect(await stateOf(afterNovember)).toBe("late update");
  await filed(world.users.amina, filingOf(world.at.rosewood), new Date("2026-12-09T09:00:00Z"));
  expect(await stateOf(new Date("2026-12-09T10:00:00Z"))).toBe("filed");
});

test("days are counted for what is still to file, and what was missed says what can still be done", async () => {
  const sentenceOf = async (now: Date) =>
    (await dueReturns(world.users.amina, now)).find(({ collection }) => collection === "care_home")?.sentence;
  expect(await sentenceOf(afterNovember)).toMatch(/^Closed at 11:59pm on .*\. You can still send a late update$/);
  await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(await sentenceOf(inWindow)).toBe("You can change it until 11:59pm on Monday 16 November");
  expect(await sentenceOf(afterNovember)).toBe("It counts for November 2026");
});

test("an update after the window is an extra one for someone who filed in time, and says which return counts", async () => {
  const late = await filed(world.users.amina, filingOf(world.at.rosewood), afterNovember);
  const alone = await receipt(world.users.amina, late.reference);
  expect(alone && [receivedInWords(alone), receiptLines(alone).find(([label]) => /^Counts/.test(label))?.[1]]).toEqual([
    "Late update for November 2026",
    "No: it came after the window closed",
  ]);
  const december = new Date("2026-12-09T10:00:00Z");
  const after = new Date("2026-12-20T10:00:00Z");
  const inTime = await filed(world.users.amina, filingOf(world.at.rosewood), december);
  expect(await open("amina", after)).toMatchObject({ late: true, counted: { reference: inTime.reference } });
  const extra = await filed(world.users.amina, filingOf(world.at.rosewood), after);
  const seen = await receipt(world.users.amina, extra.reference);
  expect(seen && [receivedInWords(seen), receiptLines(seen).find(([label]) => /^Counts/.test(label))?.[1]]).toEqual([
    "Extra update for December 2026",
    `No, it is an extra update: ${inTime.reference} counts`,
  ]);
});

test("the receipt for an update that can be given on any day names no window", async () => {
  const typed = Object.fromEntries(
    [...questionSets.hospice.questions].map(({ key, kind }) => [key, kind === "status" ? "green" : ""]),
  );
  const beds = { capacity: "5", occupied: "3", reserved: "0", accepting: "1" };
  for (const [figure, count] of Object.entries(beds)) typed[`beds.HOS_ADULT.${figure}`] = count;
  const user = world.users.hope;
  const update = filingOf(world.at.brightwell, { collection: "hospice", typed });
  const { reference, checkCode } = await filed(user, update, inWindow);
  const seen = await receipt(user, reference);
  expect(seen && receivedInWords(seen)).toBe("Hospice update");
  expect(seen && receiptLines(seen).map(([label]) => label)).not.toContain("Window");
  expect(await receiptGenuine(reference, checkCode)).toMatchObject({ monthly: false });
});

test("a home with home care owes both returns, mandated ones come first, and overseers owe nothing", async () => {
  const due = await dueReturns(world.users.ben, inWindow);
  expect(due.map(({ location, collection }) => `${location} ${collection}`)).toEqual([
    "Hawthorn House care_home",
    "Hawthorn House home_care",
    "Rosewood care_home",
    "Hawthorn House business_continuity",
    "Rosewood business_continuity",
  ]);
  expect(due[0]).toMatchObject({
    state: "due",
    open: true,
    sentence: "6 days left: closes 11:59pm on Monday 16 November",
    lastFiled: null,
  });
  for (const name of ["olive", "petra", "sam", "agnes", "gwen", "sita"] as const)
    expect(await dueReturns(world.users[name], inWindow)).toEqual([]);
});

test("what was known on a past day does not change with what came later", async () => {
  const january = new Date("2027-01-20T10:00:00Z");
  const [before] = (await complianceOf(world.users.amina, world.at.rosewood, january)) ?? [];
  expect(before?.compliance.standing).toBe("notice threshold");
  await filed(world.users.amina, filingOf(world.at.rosewood), new Date("2027-02-10T10:00:00Z"));
  expect((await complianceOf(world.users.olive, world.at.rosewood, january))?.[0]?.compliance).toEqual(
    before?.compliance,
  );
});

test("a receipt is genuine only with its own code, shows no figures, and says when it was replaced", async () => {
  const first = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const second = await filed(world.users.amina, filingOf(world.at.rosewood), new Date(+inWindow + 1000));
  expect(await receiptGenuine(first.reference.toLowerCase().replaceAll("-", " "), first.checkCode)).toEqual({
    reference: first.reference,
    location: "Rosewood",
    collection: "Care home return",
    month: "2026-11",
    submittedAt: inWindow,
    late: false,
    nil: false,
    monthly: true,
    superseded: true,
  });
  expect(await receiptGenuine(first.reference, second.checkCode)).toBeNull();
  expect(await receiptGenuine("RET-0000-0000", "")).toBeNull();
});

test("a shared account's receipt says who they said they are", async () => {
  const night = { ...world.users.shared, onBehalfOf: "Nia of the night shift" };
  const { reference } = await filed(night, filingOf(world.at.rosewood), inWindow);
  expect(await receipt(world.users.amina, reference)).toMatchObject({
    onBehalfOf: "Nia of the night shift",
    submittedBy: "Rosewood night desk",
  });
});

test("the history holds every return, downloads as one row each, and the record keeps who took it", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  await filed(world.users.ben, filingOf(world.at.rosewood), inWindow);
  const accepted = new Map((await open("ben", afterNovember)).nilAsks.map(({ code = "" }) => [code, ""]));
  await filed(
    world.users.ben,
    filingOf(world.at.rosewood, { typed: {}, nil: { reason: "closing", note: "=1+1" }, accepted, source: "nil" }),
    afterNovember,
  );
  const found = await history(world.users.amina, world.at.rosewood, "care_home", inWindow);
  expect(found?.returns.map(({ month, late, nilReason }) => [month, late, nilReason])).toEqual([
    ["2026-11", true, "closing"],
    ["2026-11", false, null],
    ["2026-10", false, null],
  ]);
  const file = await downloadHistory(world.users.olive, world.at.rosewood, "care_home", inWindow);
  expect(file?.trim().split("\r\n")).toHaveLength(4);
  expect(await db.disclosure.findMany()).toMatchObject([{ accountId: world.users.olive.id, rows: 3 }]);
});

test("a season that support switches off is no longer asked", async () => {
  await transact(world.users.sam, "no flu this year", (tx) =>
    tx.season.create({
      data: { key: "flu", from: new Date("2026-11-01"), until: new Date("2026-11-01"), endedAt: inWindow },
    }),
  );
  expect((await open("amina")).questions.map(({ season }) => season)).not.toContain("flu");
});
