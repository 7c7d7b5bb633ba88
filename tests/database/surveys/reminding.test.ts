import { db, disconnect } from "@/lib/db";
import { runSurveys } from "@/lib/jobs/run-surveys";
import { londonInstant } from "@/lib/london";
import { sendAnswers } from "@/lib/surveys/send-answers";
import { aimSurvey } from "@/lib/surveys/support/aim-survey";
import { closeSurvey, remindOfSurvey } from "@/lib/surveys/support/close-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { aimsTyped, happenedTo, surveyDrafted, surveyOut, syringeDrivers, worked } from "@/tests/support/surveys";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const mailed = async () =>
  (await db.email.findMany({ where: { template: "survey-reminder" } })).map(({ to }) => to.split("@")[0]).sort();

test("a press reminds everyone who has not answered, once, and another press reminds them again", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  const posted = { p1: "no" };
  const answer = { locationId: world.at.willowbank, surveyId: id, version: 1, looked: 0, posted, over: false };
  worked(await sendAnswers(world.users.carla, answer, now));
  worked(await remindOfSurvey(world.users.sam, id, now));
  expect((await remindOfSurvey(world.users.sam, id, now)).ok).toBe(false);
  await runSurveys(now);
  await runSurveys(now);
  expect(await mailed()).toEqual(["amina", "ben", "shared"]);
  worked(await remindOfSurvey(world.users.sam, id, now));
  await runSurveys(now);
  expect(await mailed()).toHaveLength(6);
  expect(await happenedTo(id)).toEqual(["published", "opened", "reminded", "reminded"]);
});

test("a survey opens and closes on its days, and reminds as many days before as returns do", async () => {
  const id = await surveyDrafted(world.users.sam, syringeDrivers, now);
  worked(await aimSurvey(world.users.sam, id, aimsTyped({ opensOn: "2026-11-12", closesOn: "2026-12-20" }), now));
  worked(await publishSurvey(world.users.sam, id, now));
  await runSurveys(londonInstant("2026-11-12", "07:59"));
  expect(await happenedTo(id)).toEqual(["published"]);
  await runSurveys(londonInstant("2026-11-12", "08:00"));
  expect([await happenedTo(id), await mailed()]).toEqual([["published", "opened"], []]);
  await runSurveys(londonInstant("2026-12-19", "09:00"));
  await runSurveys(londonInstant("2026-12-19", "10:00"));
  expect(await mailed()).toEqual(["amina", "ben", "carla", "shared"]);
  await runSurveys(londonInstant("2026-12-21", "00:10"));
  expect(await happenedTo(id)).toEqual(["published", "opened", "closed"]);
  expect(await db.surveyEvent.findFirst({ where: { what: "closed" } })).toMatchObject({ byId: null });
});

test("no one is reminded of a survey that is closed, though someone had asked for it", async () => {
  const id = await surveyOut(world.users.sam, {}, now);
  worked(await remindOfSurvey(world.users.sam, id, now));
  worked(await closeSurvey(world.users.sam, id, now));
  await runSurveys(now);
  expect(await mailed()).toEqual([]);
  expect((await remindOfSurvey(world.users.sam, id, now)).ok).toBe(false);
});
