import { Forbidden } from "@/lib/access/policy";
import { db, transact } from "@/lib/db";
import { nilSinceBeds, receipt, returnForm } from "@/lib/returns/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { filingOf, rosewoodTyped, withoutFlu } from "@/tests/support/returns";
import { homeCareTyped } from "@/tests/support/rosewood";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const inOctober = new Date("2026-10-09T10:00:00Z");
const afterNovember = new Date("2026-11-20T10:00:00Z");
const current = () => db.return.findMany({ where: { supersededAt: null }, orderBy: { id: "asc" } });

async function filed(...[user, filing, now]: Parameters<typeof submitReturn>) {
  const outcome = await submitReturn(user, filing, now);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("; "));
  return outcome.value;
}

const sentences = async (...given: Parameters<typeof submitReturn>) => {
  const outcome = await submitReturn(...given);
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message);
};

/** The ticks that a nil return for Rosewood asks for, as its page draws them. */
async function ticksOfNil(now = inWindow) {
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", now);
  return new Map((form?.nilAsks ?? []).map(({ code = "" }) => [code, ""]));
}

test("a return keeps its answers, its beds and who filed it, and queues the receipt", async () => {
  const receipt = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(receipt).toMatchObject({ month: "2026-11", late: false, collection: "care_home" });
  expect(receipt.reference).toMatch(/^RET-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const row = await db.return.findUniqueOrThrow({
    where: { reference: receipt.reference },
    include: { careHome: true, bedUpdate: { include: { counts: true } } },
  });
  expect(row).toMatchObject({ submittedById: world.users.amina.id, source: "form", supersededAt: null });
  expect(row.careHome).toMatchObject({
    nurses_employed: 4,
    flu_residents: 12,
    days_absence: null,
    visitors_accommodated: true,
  });
  expect(Number(row.careHome?.hours_paid)).toBe(4120.5);
  expect(row.bedUpdate?.counts).toMatchObject([{ bedTypeKey: "GEN_RES", capacity: 20, occupied: 16, open: true }]);
  expect(await db.email.findMany()).toMatchObject([{ template: "receipt", to: "amina@cast.example" }]);
});

test("every hard problem is shown at once and nothing is written", async () => {
  const typed = { ...rosewoodTyped, nurses_employed: "x", "beds.GEN_RES.occupied": "21", visitors_accommodated: "" };
  const said = await sentences(world.users.amina, filingOf(world.at.rosewood, { typed }), inWindow);
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(await db.return.count()).toBe(0);
  expect(await db.bedUpdate.count()).toBe(0);
});

test("a warning asks first and, once accepted, is kept with its sentence and reason", async () => {
  const typed: Record<string, string> = { ...rosewoodTyped, "beds.GEN_RES.capacity": "45" };
  const asked = await submitReturn(world.users.amina, filingOf(world.at.rosewood, { typed }), inWindow);
  expect(asked).toMatchObject({ ok: false, problems: [{ code: "beds.over_cqc", warning: true }] });
  typed["accept.beds.over_cqc"] = "yes";
  typed["reason.beds.over_cqc"] = "The new wing opens in December";
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed }), inWindow);
  expect(await db.acceptedWarning.findMany()).toMatchObject([
    {
      code: "beds.over_cqc",
      reason: "The new wing opens in December",
      message: expect.stringContaining("CQC has registered 40") as string,
    },
  ]);
});

test("filing again in the window replaces what counts and keeps what was said", async () => {
  const first = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const second = await filed(world.users.ben, filingOf(world.at.rosewood), new Date(+inWindow + 60_000));
  expect(await current()).toMatchObject([{ reference: second.reference }]);
  const before = await db.return.findUniqueOrThrow({
    where: { reference: first.reference },
    include: { careHome: true },
  });
  expect(before.supersededAt).not.toBeNull();
  expect(before.careHome).not.toBeNull();
});

test("what a colleague filed while a form was open is not replaced without being seen", async () => {
  const { reference } = await filed(world.users.ben, filingOf(world.at.rosewood), inWindow);
  const at = new Date(+inWindow + 60_000);
  const filing = filingOf(world.at.rosewood, { standing: "" });
  const code = `replaces.${reference}`;
  expect(await submitReturn(world.users.amina, filing, at)).toMatchObject({
    ok: false,
    problems: [{ code, warning: true, message: expect.stringMatching(/^Ben Carter filed this return at/) as string }],
  });
  await filed(world.users.amina, { ...filing, typed: { ...filing.typed, [`accept.${code}`]: "yes" } }, at);
  const seen = (await current())[0]?.reference ?? "";
  await filed(world.users.ben, filingOf(world.at.rosewood, { standing: seen }), new Date(+at + 1000));
  expect(await current()).toHaveLength(1);
});

test("a late update belongs to the latest window that has opened and never replaces a return that counted", async () => {
  const counted = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const late = await filed(world.users.amina, filingOf(world.at.rosewood), afterNovember);
  expect(late).toMatchObject({ month: "2026-11", late: true });
  expect(await current()).toMatchObject([
    { reference: counted.reference, late: false },
    { reference: late.reference, late: true },
  ]);
  const later = await filed(world.users.amina, filingOf(world.at.rosewood), new Date(+afterNovember + 1000));
  expect((await current()).map(({ reference }) => reference)).toEqual([counted.reference, later.reference]);
});

test("an extension for one home makes its return count, and no one else's", async () => {
  await transact(world.users.sam, "a power cut", (tx) =>
    tx.windowExtension.create({
      data: {
        month: new Date("2026-11-01"),
        lastDay: new Date("2026-11-23"),
        locationId: world.at.rosewood,
        reason: "A power cut",
        createdAt: inWindow,
        createdById: world.users.sam.id,
      },
    }),
  );
  expect((await filed(world.users.amina, filingOf(world.at.rosewood), afterNovember)).late).toBe(false);
  expect((await filed(world.users.carla, filingOf(world.at.willowbank), afterNovember)).late).toBe(true);
});

test("a form left open until after the window closes asks before it files late", async () => {
  const filing = filingOf(world.at.rosewood, { shown: "2026-11 open" });
  const asked = await submitReturn(world.users.amina, filing, afterNovember);
  expect(asked).toMatchObject({ ok: false, problems: [{ warning: true, code: "window.moved" }] });
  const typed = { ...filing.typed, "accept.window.moved": "yes" };
  expect(await filed(world.users.amina, { ...filing, typed }, afterNovember)).toMatchObject({ late: true });
});

test("the same form sent a hundred times at once makes one return, and each answer has its reference", async () => {
  const filing = filingOf(world.at.rosewood);
  const receipts = await Promise.all(Array.from({ length: 100 }, () => filed(world.users.amina, filing, inWindow)));
  expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
  expect(await db.return.count()).toBe(1);
  expect(await db.bedUpdate.count()).toBe(1);
  expect(await db.email.count()).toBe(1);
});

test("twenty different forms at once leave one return that counts", async () => {
  await Promise.all(Array.from({ length: 20 }, () => filed(world.users.amina, filingOf(world.at.rosewood), inWindow)));
  expect(await db.return.count()).toBe(20);
  expect(await current()).toHaveLength(1);
});

test("a form's key that belongs to another return is refused with a sentence", async () => {
  const filing = filingOf(world.at.rosewood);
  await filed(world.users.ben, filing, inWindow);
  expect(await sentences(world.users.ben, { ...filing, locationId: world.at.hawthorn }, inWindow)).toEqual([
    "This form has already been used for another return. Open the form again, then send it",
  ]);
});

test("a nil return keeps its reason and no figures, and needs one", async () => {
  const nil = (reason: string) =>
    filingOf(world.at.rosewood, { typed: {}, nil: { reason, note: " Since May " }, source: "nil" });
  expect(await sentences(world.users.amina, nil(""), inWindow)).toEqual(["Select why there is nothing to report"]);
  const { reference } = await filed(world.users.amina, nil("closing"), inWindow);
  const row = await db.return.findUniqueOrThrow({ where: { reference }, include: { careHome: true } });
  expect(row).toMatchObject({
    source: "nil",
    nilReason: "closing",
    nilNote: "Since May",
    bedUpdateId: null,
    careHome: null,
  });
});

test("a nil return is compared with the last figures, and asks if they have residents, beds and staff", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const nil = () => filingOf(world.at.rosewood, { typed: {}, nil: { reason: "stopped" }, source: "nil" as const });
  const asked = await submitReturn(world.users.amina, nil(), inWindow);
  expect(asked).toMatchObject({
    ok: false,
    problems: [
      {
        warning: true,
        code: expect.stringMatching(/^nil\.figures\.RET-/) as string,
        message:
          "Your last figures, for October 2026, say: 16 of 20 beds occupied, 2 beds vacant and 37 staff. A nil return does not change your beds: update them too, so that no one rings for them",
      },
    ],
  });
  expect(await db.return.count()).toBe(1);
  await filed(world.users.amina, { ...nil(), accepted: await ticksOfNil() }, inWindow);
  expect(await db.acceptedWarning.findMany()).toMatchObject([
    { code: expect.stringMatching(/^nil\.figures/) as string },
  ]);
  expect(await nilSinceBeds(world.users.amina, world.at.rosewood)).toEqual(inWindow);
  expect(await nilSinceBeds(world.users.carla, world.at.rosewood)).toBeNull();
  const december = new Date("2026-12-09T10:00:00Z");
  await filed(world.users.amina, nil(), december);
});

test("a nil return does not take the place of figures that count without saying so", async () => {
  const first = await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const nil = () =>
    filingOf(world.at.rosewood, {
      typed: {},
      nil: { reason: "no_people" },
      source: "nil" as const,
      standing: first.reference,
    });
  const said = await sentences(world.users.amina, nil(), inWindow);
  expect(said).toEqual([
    expect.stringMatching(/^Amina .* filed this return at 10am on Tuesday 10 November 2026, with figures for November/),
    expect.stringMatching(/^Your last figures/),
  ]);
  const second = await filed(world.users.amina, { ...nil(), accepted: await ticksOfNil() }, new Date(+inWindow + 1000));
  expect(await receipt(world.users.amina, second.reference)).toMatchObject({ replaced: first.reference });
  expect(await receipt(world.users.amina, first.reference)).toMatchObject({ replaced: null });
  await filed(world.users.ben, { ...nil(), standing: second.reference }, new Date(+inWindow + 2000));
});

test("figures older than a month are not filed again without a question, and hours are put right in place", async () => {
  const april = new Date("2026-04-09T10:00:00Z");
  const summer = new Date("2026-07-09T10:00:00Z");
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), april);
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", summer);
  expect(form?.unchanged.inPlace.map(({ key }) => key)).toEqual([
    "hours_paid",
    "hours_overtime",
    "hours_agency",
    "hours_absence",
    "days_absence",
  ]);
  expect(form?.unchanged.asks).toMatchObject([
    {
      message:
        "These figures were filed for April 2026, more than a month ago. Look at each of them before you file them again",
      tick: "They are right for July 2026",
    },
  ]);
  const looked = form?.unchanged.looked ?? "";
  const typed = { hours_paid: "3900", nurses_employed: "99" };
  const press = () => filingOf(world.at.rosewood, { typed, unchanged: { looked }, source: "unchanged" as const });
  expect(await sentences(world.users.amina, press(), summer)).toEqual([expect.stringMatching(/^These figures were/)]);
  const accepted = new Map([[form?.unchanged.asks[0]?.code ?? "", ""]]);
  const { reference } = await filed(world.users.amina, { ...press(), accepted }, summer);
  const row = await db.return.findUniqueOrThrow({ where: { reference }, include: { careHome: true } });
  expect(Number(row.careHome?.hours_paid)).toBe(3900);
  expect(Number(row.careHome?.hours_agency)).toBe(60);
  expect(row.careHome?.nurses_employed).toBe(4);
});

test("a tick for filing last month is not taken as a tick this month", async () => {
  const closed = new Date("2026-04-20T10:00:00Z");
  const typed = { ...withoutFlu, "accept.window.moved": "yes" };
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed, shown: "2026-04 open" }), closed);
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", new Date("2026-05-20T10:00:00Z"));
  const press = filingOf(world.at.rosewood, {
    typed: {},
    unchanged: { looked: form?.unchanged.looked ?? "" },
    shown: "2026-05 open",
    source: "unchanged",
  });
  expect(await submitReturn(world.users.amina, press, new Date("2026-05-20T10:00:00Z"))).toMatchObject({
    ok: false,
    problems: [{ code: "window.moved" }],
  });
});

test("nothing has changed files the figures that were on screen", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const next = new Date("2026-12-09T10:00:00Z");
  const { id, bedUpdateId } = await db.return.findFirstOrThrow();
  const unchanged = (looked: string) =>
    filingOf(world.at.rosewood, { typed: {}, unchanged: { looked }, source: "unchanged" });
  expect(await sentences(world.users.amina, unchanged("1.0"), next)).toEqual([
    "Someone changed these figures after you opened the page, so nothing was sent",
  ]);
  const { reference } = await filed(world.users.amina, unchanged(`${id}.${bedUpdateId}`), next);
  const row = await db.return.findUniqueOrThrow({
    where: { reference },
    include: { careHome: true, bedUpdate: { include: { counts: true } } },
  });
  expect(row).toMatchObject({ source: "unchanged", careHome: { nurses_employed: 4, flu_staff: 20 } });
  expect(row.bedUpdate?.counts).toMatchObject([{ capacity: 20, accepting: 2 }]);
});

test("nothing has changed is refused where a question of the season has no answer yet", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const said = await sentences(
    world.users.amina,
    filingOf(world.at.rosewood, { typed: {}, unchanged: { looked: "any" }, source: "unchanged" }),
    inWindow,
  );
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/new or seasonal/);
});

test("nothing has changed asks for what the last return does not answer, and files the rest as it was", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  const { id, bedUpdateId } = await db.return.findFirstOrThrow();
  const press = (typed: Record<string, string>) =>
    filingOf(world.at.rosewood, {
      typed,
      unchanged: { looked: `${id}.${bedUpdateId}` },
      source: "unchanged",
    });
  const flu = { flu_residents: "12", flu_staff: "20", flu_agency_staff: "1" };
  expect(
    await sentences(world.users.amina, press({ ...flu, flu_residents: "17", flu_agency_staff: "" }), inWindow),
  ).toEqual([
    "Residents vaccinated, flu: 17 is more than 16, the number of beds that are occupied",
    expect.stringMatching(/^Enter how many agency/),
  ]);
  const { reference } = await filed(world.users.amina, press({ ...flu, nurses_employed: "9" }), inWindow);
  const row = await db.return.findUniqueOrThrow({ where: { reference }, include: { careHome: true } });
  expect(row).toMatchObject({ source: "unchanged", careHome: { flu_residents: 12, nurses_employed: 4 } });
});

test("last winter's vaccinations are asked again the next winter, and are not filled in on the form", async () => {
  const lastWinter = new Date("2026-03-10T10:00:00Z");
  await filed(world.users.amina, filingOf(world.at.rosewood), lastWinter);
  const form = await returnForm(world.users.amina, world.at.rosewood, "care_home", inWindow);
  expect(form?.unchanged.unanswered).toHaveLength(3);
  expect(form?.values).toMatchObject({ flu_residents: "", nurses_employed: "4" });
  const looked = form?.unchanged.looked ?? "";
  const press = filingOf(world.at.rosewood, { typed: {}, unchanged: { looked }, source: "unchanged" });
  expect(await sentences(world.users.amina, press, inWindow)).toHaveLength(3);
});

test("nothing has changed is refused before the first return and after a nil one", async () => {
  const unchanged = () =>
    filingOf(world.at.rosewood, { typed: {}, unchanged: { looked: "0.0" }, source: "unchanged" as const });
  expect(await sentences(world.users.amina, unchanged(), inWindow)).toEqual([
    "There are no earlier figures yet. Fill in the return",
  ]);
  await filed(world.users.amina, filingOf(world.at.rosewood, { typed: withoutFlu }), inOctober);
  await filed(
    world.users.amina,
    filingOf(world.at.rosewood, { typed: {}, nil: { reason: "stopped" }, accepted: await ticksOfNil(), source: "nil" }),
    inWindow,
  );
  expect((await sentences(world.users.amina, unchanged(), inWindow))[0]).toMatch(/^Your last return was a nil return/);
});

test("a home with home care too owes both returns, and one does not replace the other", async () => {
  const homeCare = { ...homeCareTyped, flu_staff: "9" };
  await filed(world.users.ben, filingOf(world.at.hawthorn), inWindow);
  await filed(world.users.ben, filingOf(world.at.hawthorn, { collection: "home_care", typed: homeCare }), inWindow);
  expect((await current()).map(({ collection }) => collection)).toEqual(["care_home", "home_care"]);
  expect(await db.homeCareAnswers.findFirst()).toMatchObject({ service_users: 40, extra_hours_per_week: 30 });
});

test("a home is not asked for anything that its services do not require", async () => {
  expect(
    await sentences(world.users.amina, filingOf(world.at.rosewood, { collection: "home_care" }), inWindow),
  ).toEqual(["Rosewood does not need to send the home care return"]);
});

test("someone else's home is not found, even by people who oversee it", async () => {
  const filing = () => filingOf(world.at.rosewood);
  for (const name of ["carla", "olive", "petra", "sam", "agnes", "gwen"] as const)
    await expect(submitReturn(world.users[name], filing(), inWindow)).rejects.toBeInstanceOf(Forbidden);
  expect(await db.return.count()).toBe(0);
});

test("the app's role may neither change nor delete what was filed", async () => {
  await filed(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const owner = await asOwner();
  for (const sql of [
    `update "return" set nil_note = 'x'`,
    `delete from "return"`,
    `update care_home_answers set nurses_employed = 0`,
    `delete from care_home_answers`,
    `update bed_count set occupied = 0`,
    `delete from bed_update`,
    `update accepted_warning set reason = ''`,
  ]) {
    await owner.query("begin; set local role capacity_app");
    await expect(owner.query(sql)).rejects.toThrow(/permission denied/);
    await owner.query("rollback");
    if (sql.startsWith("update accepted")) continue;
    await owner.query("begin");
    await expect(owner.query(sql)).rejects.toThrow(/never|kept as they are/);
    await owner.query("rollback");
  }
});
