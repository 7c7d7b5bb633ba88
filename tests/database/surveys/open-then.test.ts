import { disconnect, system, transact } from "@/lib/db";
import { takesAnswersSql } from "@/lib/surveys/asked";
import { surveyState, takesAnswers } from "@/lib/surveys/state";
import { cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);
afterAll(disconnect);

const happenings = ["published", "opened", "closed", "reminded"] as const;

/** Every course of up to three events, each with a closing date before, at and after now, and with none. */
const courses = [0, 1, 2, 3].flatMap((length) =>
  Array.from({ length: happenings.length ** length }, (_, nth) =>
    Array.from({ length }, (_, at) => happenings[Math.floor(nth / happenings.length ** at) % happenings.length]!),
  ),
);
const closings = [null, -1, 0, 1].map((ms) => (ms === null ? null : new Date(now.getTime() + ms)));

test("the database finds the same surveys open to answers as the service does from what happened to them", async () => {
  const { users } = await cast();
  const all = courses.flatMap((what) => closings.map((closesAt) => ({ what, closesAt })));
  const [ids, open] = await transact(system("test"), "surveys", async (tx) => {
    const made = await tx.survey.createManyAndReturn({
      data: all.map(({ closesAt }) => ({
        ...{ title: "Any", closesAt, madeAt: now, madeById: users.sam.id },
        ...{ forTypes: [], forAreas: [], forLocations: [] },
      })),
    });
    const events = all.flatMap(({ what }, nth) =>
      what.map((each) => ({ surveyId: made[nth]!.id, what: each, at: now, version: each === "published" ? 1 : null })),
    );
    await tx.surveyEvent.createMany({ data: events });
    const found = await tx.$queryRaw<{ id: number }[]>`
      select q.id from survey q where ${takesAnswersSql(now)} order by q.id`;
    return [made.map(({ id }) => id), found.map(({ id }) => id)];
  });
  const expected = ids.filter((_, nth) => {
    const { what, closesAt } = all[nth]!;
    return takesAnswers({ state: surveyState(what.map((each) => ({ what: each }))), closesAt }, now);
  });
  expect(open).toEqual(expected);
  expect(open.length).toBeGreaterThan(20);
  expect(open.length).toBeLessThan(all.length / 2);
});
