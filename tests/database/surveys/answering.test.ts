import { Forbidden } from "@/lib/access/policy";
import { db, disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import type { Outcome } from "@/lib/outcome";
import { surveyForm, surveysOfLocation, surveysToAnswer } from "@/lib/surveys/queries";
import { surveyCounts } from "@/lib/surveys/survey-counts";
import { type AnswersSent, sendAnswers } from "@/lib/surveys/send-answers";
import { aimSurvey } from "@/lib/surveys/support/aim-survey";
import { closeSurvey, openSurvey } from "@/lib/surveys/support/close-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { startVersion } from "@/lib/surveys/support/start-version";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { aimsTyped, surveyDrafted, surveyOut, syringeDrivers, worked } from "@/tests/support/surveys";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const posted = { p1: "yes", p2: "3", p3: "c2", "p4.day": "", "p4.month": "", "p4.year": "", p5: "" };
const send = (who: PersonName, surveyId: number, changes: Partial<AnswersSent> = {}, at = now) =>
  sendAnswers(
    world.users[who],
    { locationId: world.at.rosewood, surveyId, version: 1, looked: 0, posted, over: false, ...changes },
    at,
  );
const said = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ message }) => message));
const toAnswer = async (who: PersonName, at = now) =>
  (await surveysToAnswer(world.users[who], at)).rows.map(({ location }) => location);

test("a location's people are asked, see it until they answer, and may change their answers until it closes", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  expect([await toAnswer("amina"), await toAnswer("ben")]).toEqual([["Rosewood"], ["Hawthorn House", "Rosewood"]]);
  expect([await toAnswer("dan"), await toAnswer("olive"), await toAnswer("sam")]).toEqual([[], [], []]);
  expect(worked(await send("amina", id))).toEqual({ dropped: [] });
  expect([await toAnswer("amina"), await toAnswer("ben")]).toEqual([[], ["Hawthorn House"]]);
  worked(await send("ben", id, { looked: 1, posted: { ...posted, p2: "4" } }));
  expect(await db.surveyAnswer.findMany()).toMatchObject([
    { revision: 2, byId: world.users.ben.id, answers: { p1: true, p2: 4, p3: "c2" } },
  ]);
  worked(await closeSurvey(world.users.sam, id, now));
  expect(said(await send("amina", id, { looked: 2 }))).toEqual([
    "This survey is closed, so its answers can no longer be changed",
  ]);
  const [listed] = await surveysOfLocation(world.users.amina, world.at.rosewood, now);
  expect(listed).toMatchObject({ open: false, by: "Ben Carter" });
});

test("what is not asked is dropped and named, and answers that are wrong are not kept", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  expect(said(await send("amina", id, { posted: { ...posted, p2: "" } }))).toEqual([
    "Enter your answer to “How many?”",
  ]);
  expect(await db.surveyAnswer.count()).toBe(0);
  expect(worked(await send("amina", id, { posted: { ...posted, p1: "no" } }))).toEqual({ dropped: ["p2", "p3"] });
  expect((await db.surveyAnswer.findFirstOrThrow()).answers).toEqual({ p1: false });
});

test("of two who answer at once one is first, and the other is told, loses nothing and may replace it", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  const both = await Promise.all([send("amina", id), send("ben", id)]);
  const second = both.findIndex(({ ok }) => !ok);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said(both[second] as Outcome<unknown>)[0]).toMatch(/changed this at .*, after you opened it/);
  const again = await send(second === 0 ? "amina" : "ben", id, { over: true, posted: { ...posted, p2: "9" } });
  expect(again.ok).toBe(true);
  expect((await db.surveyAnswer.findFirstOrThrow()).answers).toMatchObject({ p2: 9 });
});

test("a survey that was published anew while its form was open takes no answers to the old questions", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  worked(await send("amina", id));
  worked(await startVersion(world.users.sam, id, now));
  worked(await publishSurvey(world.users.sam, id, now));
  expect(said(await send("amina", id, { looked: 1 }))[0]).toMatch(/^The questions of this survey changed/);
  expect(await toAnswer("amina")).toEqual(["Rosewood"]);
  const form = await surveyForm(world.users.amina, world.at.rosewood, id, now);
  expect(form).toMatchObject({ version: 2, sent: { version: 1, answers: { p2: 3 } } });
  worked(await send("amina", id, { version: 2, looked: 0 }));
  const kept = await db.surveyAnswer.findMany({ include: { version: true }, orderBy: { id: "asc" } });
  expect(kept.map(({ version }) => version.number)).toEqual([1, 2]);
});

test("a survey takes answers from its first day until the end of its last, whether or not the clock's work has run", async () => {
  const id = await surveyDrafted(world.users.sam, syringeDrivers, now);
  const days = aimsTyped({ opensOn: "2026-11-12", closesOn: "2026-11-20" });
  worked(await aimSurvey(world.users.sam, id, days, now));
  worked(await publishSurvey(world.users.sam, id, now));
  expect(await toAnswer("amina")).toEqual([]);
  worked(await openSurvey(world.users.sam, id, now));
  const at = (day: string, time: string) => londonInstant(day, time);
  expect(await toAnswer("amina", at("2026-11-20", "23:59"))).toEqual(["Rosewood"]);
  expect(await toAnswer("amina", at("2026-11-21", "00:00"))).toEqual([]);
  await expect(send("amina", id, {}, at("2026-11-21", "00:00"))).rejects.toThrow(Forbidden);
  expect((await send("amina", id, {}, at("2026-11-20", "23:59"))).ok).toBe(true);
});

test("no one answers for a location that is not theirs, a draft is no one's, and a closed location is asked nothing", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  for (const who of ["carla", "dan", "olive", "petra", "agnes", "sam"] as const)
    await expect(send(who, id)).rejects.toThrow(Forbidden);
  await expect(send("dan", id, { locationId: world.at.larch })).rejects.toThrow(Forbidden);
  const draft = await surveyDrafted(world.users.sam, syringeDrivers, now);
  await expect(send("amina", draft)).rejects.toThrow(Forbidden);
  expect(await surveyForm(world.users.olive, world.at.rosewood, id, now)).toMatchObject({ mayAnswer: false });
  expect(await surveyForm(world.users.rory, world.at.rosewood, id, now)).toBeNull();
});

test("a field that the survey does not have is refused, and nothing is kept", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  expect((await send("amina", id, { posted: { ...posted, p99: "1" } })).ok).toBe(false);
  expect(await db.surveyAnswer.count()).toBe(0);
});

test("someone at a shared account is named as who they said they are", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  const desk = { ...world.users.shared, onBehalfOf: "Dee Desk" };
  worked(
    await sendAnswers(
      desk,
      { locationId: world.at.rosewood, surveyId: id, version: 1, looked: 0, posted, over: false },
      now,
    ),
  );
  expect((await surveysOfLocation(world.users.amina, world.at.rosewood, now))[0]).toMatchObject({ by: "Dee Desk" });
});

test("the list of providers counts the open surveys of each location, and those answered", async () => {
  const { rosewood, hawthorn, willowbank } = world.at;
  const counts = async (who: PersonName) => [
    ...(await surveyCounts(world.users[who], [rosewood, hawthorn, willowbank], now)),
  ];
  expect(await counts("sam")).toEqual([]);
  const id = await surveyOut(world.users.sam, {}, now);
  const second = await surveyOut(world.users.sam, {}, now);
  worked(await send("amina", id));
  expect((await counts("ben")).sort(([a], [b]) => a - b)).toEqual([
    [rosewood, { asked: 2, answered: 1 }],
    [hawthorn, { asked: 2, answered: 0 }],
  ]);
  expect(await counts("amina")).toEqual([[rosewood, { asked: 2, answered: 1 }]]);
  worked(await closeSurvey(world.users.sam, second, now));
  expect(await counts("amina")).toEqual([[rosewood, { asked: 1, answered: 1 }]]);
});
