import { disconnect } from "@/lib/db";
import { answerHeadings, answersInRows } from "@/lib/surveys/results/answers-in-rows";
import { surveyFigures } from "@/lib/surveys/results/figures";
import { surveyResponses, surveyResults } from "@/lib/surveys/results/queries";
import { sendAnswers } from "@/lib/surveys/send-answers";
import { aimSurvey } from "@/lib/surveys/support/aim-survey";
import { publishSurvey } from "@/lib/surveys/support/publish-survey";
import { startVersion } from "@/lib/surveys/support/start-version";
import { type Cast, cast, inWindow as now, type PersonName, type PlaceName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { aimsTyped, surveyDrafted, surveyOut, syringeDrivers, worked } from "@/tests/support/surveys";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const blank = { p2: "", p3: "", "p4.day": "", "p4.month": "", "p4.year": "", p5: "" };
const answers = async (who: PersonName, place: PlaceName, surveyId: number, posted: object, version = 1) =>
  worked(
    await sendAnswers(
      world.users[who],
      { locationId: world.at[place], surveyId, version, looked: 0, posted: { ...blank, ...posted }, over: false },
      now,
    ),
  );

/** Three homes are asked; Rosewood and Willowbank have answered. */
async function answered(): Promise<number> {
  const id = await surveyOut(world.users.sam, {}, now);
  const rosewood = { p1: "yes", p2: "3", p3: ["c1", "c2"], "p4.day": "1", "p4.month": "2", "p4.year": "2026" };
  await answers("amina", "rosewood", id, { ...rosewood, p5: "=HYPERLINK(1)" });
  await answers("carla", "willowbank", id, { p1: "yes", p2: "8", p3: ["c2"] });
  return id;
}
const results = async (who: PersonName, id: number) => {
  const found = await surveyResults(world.users[who], id, now);
  if (!found) throw new Error(`${who} sees no results`);
  return found;
};

test("support sees everyone's response, and each area its own", async () => {
  const id = await answered();
  const rate = async (who: PersonName) => {
    const { asked, answered: sent } = await results(who, id);
    return `${sent} of ${asked}`;
  };
  expect(await Promise.all((["sam", "nate", "olive", "rory", "petra"] as const).map(rate))).toEqual([
    ...["2 of 3", "2 of 3", "1 of 2", "1 of 1", "1 of 2"],
  ]);
  expect((await results("sam", id)).councils).toEqual([
    { council: "Oldham", asked: 2, answered: 1 },
    { council: "Rochdale", asked: 1, answered: 1 },
  ]);
});

test("who files, who looks for beds and who sees sums only see no results, nor an area that was not asked", async () => {
  const id = await answered();
  for (const who of ["amina", "harun", "agnes", "sita", "otto"] as const) {
    expect(await surveyResults(world.users[who], id, now)).toBeNull();
    expect(await surveyResponses(world.users[who], now)).toEqual([]);
  }
  const elsewhere = await surveyOut(world.users.sam, { areas: "Rochdale" }, now);
  expect(await surveyResults(world.users.olive, elsewhere, now)).toBeNull();
  expect((await surveyResponses(world.users.olive, now)).map((one) => one.id)).toEqual([id]);
  expect((await surveyResponses(world.users.sam, now)).map((one) => one.id)).toEqual([elsewhere, id]);
  const draft = await surveyDrafted(world.users.sam, syringeDrivers, now);
  expect(await surveyResults(world.users.sam, draft, now)).toBeNull();
});

test("choices are counted, numbers added up, dates have a first and a last, and text is read with where", async () => {
  const id = await answered();
  const [version] = (await results("sam", id)).versions;
  if (!version) throw new Error("There is a version");
  const figures = await surveyFigures(world.users.sam, version);
  expect(figures.get("p1")).toMatchObject({
    answered: 2,
    chosen: [
      { label: "Yes", count: 2 },
      { label: "No", count: 0 },
    ],
  });
  expect(figures.get("p2")).toMatchObject({ answered: 2, total: 11, mean: 5.5, median: 5.5, least: 3, most: 8 });
  expect(figures.get("p3")?.chosen.map(({ label, count }) => `${label} ${count}`)).toEqual([
    ...["The maker 1", "The NHS 2", "We do 0"],
  ]);
  expect(figures.get("p4")).toMatchObject({ answered: 1, least: "2026-02-01", most: "2026-02-01" });
  expect(figures.get("p5")?.texts).toEqual([{ location: "Rosewood", text: "=HYPERLINK(1)" }]);
  const rochdale = await surveyFigures(world.users.rory, version);
  expect([rochdale.get("p2")?.total, rochdale.get("p5")?.answered]).toEqual([8, 0]);
});

test("the versions of a survey stand side by side, each with its own answers", async () => {
  const id = await answered();
  worked(await startVersion(world.users.sam, id, now));
  worked(await publishSurvey(world.users.sam, id, now));
  await answers("amina", "rosewood", id, { p1: "no" }, 2);
  const { versions, answered: sent } = await results("sam", id);
  expect(versions.map(({ number, answered: count }) => [number, count])).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(sent).toBe(1);
  const yes = await Promise.all(
    versions.map(async (version) => (await surveyFigures(world.users.sam, version)).get("p1")?.chosen[0]?.count),
  );
  expect(yes).toEqual([0, 2]);
});

test("a file has a row for each location that was asked, and none that its reader may not see", async () => {
  const id = await answered();
  const file = async (who: PersonName) => {
    const [version] = (await results(who, id)).versions;
    if (!version) throw new Error("There is a version");
    const rows = [];
    for await (const part of answersInRows(world.users[who], { surveyId: id, version }, now)) rows.push(...part);
    expect(rows.every((row) => row.length === answerHeadings(version).length)).toBe(true);
    return rows.map((row) => [row[0], row[4], ...row.slice(7)]);
  };
  expect(await file("sam")).toEqual([
    ["Rosewood", "Yes", "Yes", 3, "The maker and The NHS", "1 February 2026", "=HYPERLINK(1)"],
    ["Hawthorn House", "No", null, null, null, null, null],
    ["Willowbank", "Yes", "Yes", 8, "The NHS", null, null],
  ]);
  expect((await file("olive")).map(([name]) => name)).toEqual(["Rosewood", "Hawthorn House"]);
});

test("a location that answered and is no longer asked still counts, so that no answer is lost", async () => {
  const id = await answered();
  worked(await aimSurvey(world.users.sam, id, aimsTyped({ areas: "Oldham" }), now));
  expect(await results("sam", id)).toMatchObject({ asked: 3, answered: 2 });
});
