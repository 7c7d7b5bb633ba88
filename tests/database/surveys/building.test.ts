import { Forbidden } from "@/lib/access/policy";
import { db, disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import type { Outcome } from "@/lib/outcome";
import { isQuestion } from "@/lib/surveys/parts";
import { aimSurvey } from "@/lib/surveys/support/aim-survey";
import { fingerprint } from "@/lib/surveys/support/check-part";
import { shownInWords } from "@/lib/surveys/support/check-publication";
import { closeSurvey, openSurvey, remindOfSurvey } from "@/lib/surveys/support/close-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { locationsAsked, surveyBuilt, surveysBuilt } from "@/lib/surveys/support/queries";
import { conditionsBefore, movePart, removePart, savePart } from "@/lib/surveys/support/save-part";
import { makeSurvey, nameSurvey } from "@/lib/surveys/support/save-survey";
import { discardVersion, startVersion, wordHelp } from "@/lib/surveys/support/start-version";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import {
  aimsTyped,
  happenedTo,
  partTyped,
  surveyDrafted,
  surveyOut,
  syringeDrivers,
  worked,
} from "@/tests/support/surveys";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const sam = () => world.users.sam;
const said = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ message }) => message));
const draft = async (id: number) => (await surveyBuilt(sam(), id))?.draft?.parts ?? [];

test("a survey is a draft, is published and opened in one press, closed, and opened again, each with who and when", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers, now);
  const state = async () => (await surveyBuilt(sam(), id))?.state;
  expect(await state()).toBe("draft");
  worked(await aimSurvey(sam(), id, aimsTyped(), now));
  worked(await publishSurvey(sam(), id, now));
  expect([await state(), await happenedTo(id)]).toEqual(["open", ["published", "opened"]]);
  worked(await closeSurvey(world.users.sue, id, now));
  expect(await state()).toBe("closed");
  expect(said(await closeSurvey(sam(), id, now))).toEqual(["This survey is not open"]);
  worked(await openSurvey(sam(), id, now));
  expect(await state()).toBe("open");
  expect(
    await db.surveyEvent.findMany({ select: { what: true, byId: true, at: true }, orderBy: { id: "asc" } }),
  ).toEqual([
    { what: "published", byId: sam().id, at: now },
    { what: "opened", byId: sam().id, at: now },
    { what: "closed", byId: world.users.sue.id, at: now },
    { what: "opened", byId: sam().id, at: now },
  ]);
});

test("everything that stands in the way of publishing is said in words, and nothing is published", async () => {
  const id = await surveyDrafted(sam(), [], now);
  expect(said(await publishSurvey(sam(), id, now))).toEqual(["Add at least one question", "Say who the survey is for"]);
  expect(await happenedTo(id)).toEqual([]);
});

test("a condition that is broken stops publication, in words", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers.slice(0, 3), now);
  worked(await aimSurvey(sam(), id, aimsTyped(), now));
  worked(await movePart(sam(), id, "p1", 1, now));
  expect(said(await publishSurvey(sam(), id, now))).toEqual([
    "“How many?” is shown when “Do you have syringe drivers?” is answered, which comes after it. Move it below that question, or show it always",
  ]);
  worked(await removePart(sam(), id, "p1", now));
  expect(said(await publishSurvey(sam(), id, now))[0]).toBe(
    "“How many?” is shown after an answer to a question that is no longer there. Choose when to show it, or show it always",
  );
  const [, who] = await draft(id);
  const typed = { kind: "some", label: "Who services them?", short: "Serviced by", choices: "The maker\nThe NHS" };
  const change = (shownIf: string, part: string, looked: string) =>
    savePart(sam(), { surveyId: id, part, looked, typed: partTyped({ ...typed, shownIf }) }, now);
  worked(await change("", "p3", fingerprint(who)));
  const [many] = await draft(id);
  const count = partTyped({ kind: "count", label: "How many?", short: "Syringe drivers", shownIf: "p3=c3" });
  worked(await savePart(sam(), { surveyId: id, part: "p2", looked: fingerprint(many), typed: count }, now));
  worked(await movePart(sam(), id, "p2", 1, now));
  expect(said(await publishSurvey(sam(), id, now))).toEqual([
    "“How many?” is shown when “Who services them?” is answered in a way that it no longer offers. Choose when to show it, or show it always",
  ]);
});

test("published questions are never changed, by no command and not even past the service", async () => {
  const id = await surveyOut(sam(), {}, now);
  const typed = partTyped({ label: "Another?" });
  for (const refusal of [
    await savePart(sam(), { surveyId: id, part: "", looked: "", typed }, now),
    await removePart(sam(), id, "p1", now),
    await movePart(sam(), id, "p1", 1, now),
    await nameSurvey(sam(), id, { title: "Another", intro: "" }, now),
    await publishSurvey(sam(), id, now),
    await discardVersion(sam(), id),
  ])
    expect(refusal.ok).toBe(false);
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'system:test', false)");
  await expect(owner.query("update survey_version set parts = '[]'")).rejects.toThrow("never changed");
  await expect(owner.query("delete from survey_version")).rejects.toThrow("never changed");
});

test("help, audience and closing date may change after publication, and the questions stay as they were", async () => {
  const id = await surveyOut(sam(), {}, now);
  const asked = (await surveyBuilt(sam(), id))?.live?.parts;
  expect(said(await wordHelp(sam(), id, { part: "p9", text: "Count all" }, now))).toHaveLength(1);
  worked(await wordHelp(sam(), id, { part: "p2", text: "Count those on loan too" }, now));
  worked(await aimSurvey(sam(), id, aimsTyped({ forTypes: [], areas: "Barnsley", closesOn: "2026-12-11" }), now));
  const survey = await surveyBuilt(sam(), id);
  expect(survey?.live).toMatchObject({ help: { p2: "Count those on loan too" }, parts: asked });
  expect(survey?.closesAt).toEqual(londonInstant("2026-12-12", "00:00"));
  expect(await locationsAsked(sam(), id, now)).toBe(1);
  expect(said(await aimSurvey(sam(), id, aimsTyped({ forTypes: [] }), now))).toEqual(["Choose who the survey is for"]);
});

test("a survey is for kinds of location, in areas, and for locations named one by one", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers, now);
  const asks = async (aims: Parameters<typeof aimsTyped>[0]) => {
    worked(await aimSurvey(sam(), id, aimsTyped(aims), now));
    return locationsAsked(sam(), id, now);
  };
  const larch = await db.location.findUniqueOrThrow({ where: { id: world.at.larch } });
  expect(await asks({})).toBe(3);
  expect(await asks({ areas: "Oldham" })).toBe(2);
  expect(await asks({ areas: "Oldham", locations: larch.registerId })).toBe(3);
  expect(await asks({ forTypes: [], areas: "Oldham" })).toBe(5);
  expect(await asks({ forTypes: [], locations: larch.registerId })).toBe(1);
  expect(await asks({ forTypes: [] })).toBe(0);
});

test("what is wrong with an audience is said beside each field", async () => {
  const id = await surveyDrafted(sam(), [], now);
  const wrong = aimsTyped({ areas: "Oldam", locations: "1-999", opensOn: "2026-12-02", closesOn: "2026-12-01" });
  const refused = await aimSurvey(sam(), id, wrong, now);
  expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual(["areas", "locations", "closesOn"]);
  expect(said(await aimSurvey(sam(), id, aimsTyped({ closesOn: "2026-11-09" }), now))).toEqual([
    "The last day must be today or later",
  ]);
});

test("a new version starts from the questions as they stand, keeps their keys, and is open with a draft meanwhile", async () => {
  const id = await surveyOut(sam(), {}, now);
  worked(await wordHelp(sam(), id, { part: "p2", text: "Count those on loan too" }, now));
  worked(await startVersion(sam(), id, now));
  expect(said(await startVersion(sam(), id, now))).toEqual(["This survey already has a draft"]);
  expect(await surveyBuilt(sam(), id)).toMatchObject({ state: "open", draft: { number: 2 }, live: { number: 1 } });
  worked(await removePart(sam(), id, "p5", now));
  worked(await savePart(sam(), { surveyId: id, part: "", looked: "", typed: partTyped({ label: "Trained?" }) }, now));
  const parts = await draft(id);
  expect(parts.map(({ key }) => key)).toEqual(["p1", "p2", "p3", "p4", "p6"]);
  expect(parts.filter(isQuestion)[1]?.hint).toBe("Count those on loan too");
  worked(await publishSurvey(sam(), id, now));
  expect(await happenedTo(id)).toEqual(["published", "opened", "published"]);
  worked(await startVersion(sam(), id, now));
  worked(await discardVersion(sam(), id));
  expect(await surveyBuilt(sam(), id)).toMatchObject({ draft: null, live: { number: 2 } });
});

test("a question may be shown after an answer to an earlier choice, and the list of questions says so", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers, now);
  const parts = await draft(id);
  expect(conditionsBefore(parts, "p3").map(({ value }) => value)).toEqual(["p1=yes", "p1=no"]);
  expect(conditionsBefore(parts, "new").map(({ value }) => value)).toEqual([
    ...["p1=yes", "p1=no", "p3=c1", "p3=c2", "p3=c3"],
  ]);
  expect(parts.filter(isQuestion).map((question) => shownInWords(question, parts))[1]).toBe(
    "Shown when “Do you have syringe drivers?” is “Yes”",
  );
  expect((await surveysBuilt(sam())).map(({ title }) => title)).toEqual(["Syringe drivers"]);
});

test("a question whose kind changes is another question from then on", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers.slice(0, 1), now);
  const [before] = await draft(id);
  const typed = partTyped({ kind: "count" });
  worked(await savePart(sam(), { surveyId: id, part: "p1", looked: fingerprint(before), typed }, now));
  expect((await draft(id)).map(({ key, kind }) => `${key} ${kind}`)).toEqual(["p2 count"]);
});

test("of two who change the same question the second is told, and may then replace it", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers.slice(0, 1), now);
  const [before] = await draft(id);
  const save = (label: string, looked: string) =>
    savePart(sam(), { surveyId: id, part: "p1", looked, typed: partTyped({ label }) }, now);
  worked(await save("Have you any?", fingerprint(before)));
  const second = await save("Do you own any?", fingerprint(before));
  expect(said(second)).toEqual([
    "A colleague changed this after you opened it. Save again to replace their changes with yours",
  ]);
  worked(await save("Do you own any?", second.ok ? "" : (second.now?.looked ?? "")));
  expect(await draft(id)).toMatchObject([{ label: "Do you own any?" }]);
});

test("only support builds, publishes, aims and closes surveys", async () => {
  const id = await surveyDrafted(sam(), syringeDrivers, now);
  for (const name of ["amina", "olive", "nate"] as const) {
    const user = world.users[name];
    for (const act of [
      () => makeSurvey(user, { title: "x", intro: "" }, now),
      () => nameSurvey(user, id, { title: "x", intro: "" }, now),
      () => savePart(user, { surveyId: id, part: "", looked: "", typed: partTyped() }, now),
      () => aimSurvey(user, id, aimsTyped(), now),
      () => publishSurvey(user, id, now),
      () => closeSurvey(user, id, now),
      () => remindOfSurvey(user, id, now),
      () => startVersion(user, id, now),
      () => discardVersion(user, id),
      () => wordHelp(user, id, { part: "p1", text: "" }, now),
      () => surveyBuilt(user, id),
    ])
      await expect(act()).rejects.toThrow(Forbidden);
  }
});
