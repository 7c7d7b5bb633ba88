import { readFile, writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { type Change, changed } from "@/tests/support/changed-workbook";
import { as, leave, type NewHome, newHome, newPerson } from "./people";
import { ask, isAccessible } from "./support";

test.afterEach(({ browser }) => leave(browser));

const question = (key: string, kind: string, label: string, more: object = {}) => ({
  ...{ key, kind, label, short: label.replace("?", ""), hint: "", required: true, choices: [], shownIf: null },
  ...more,
});
const parts = [
  question("p1", "yesNo", "Any drivers?"),
  question("p2", "count", "How many?", { shownIf: { key: "p1", is: "yes" } }),
  question("p3", "some", "Serviced by?", {
    required: false,
    choices: ["The maker", "We do"].map((label, at) => ({ key: `c${at}`, label })),
  }),
  question("p4", "date", "Last serviced?", { required: false }),
  question("p5", "choice", "Filled by?", {
    required: false,
    choices: ["A nurse", "A doctor"].map((label, at) => ({ key: `c${at}`, label })),
  }),
  question("p6", "text", "Anything else?", { required: false }),
];

/** An open survey for these homes alone, as support would publish it. */
async function surveyFor(title: string, homes: readonly NewHome[]): Promise<void> {
  await ask(
    `with asked as (
       insert into survey (title, for_types, for_areas, for_locations, made_at, made_by_id)
       select $1, '{}', '{}', $2::int[], created_at, id from account where email = 'support@demo.example' returning id, made_at, made_by_id),
     version as (
       insert into survey_version (survey_id, number, intro, parts, changed_at, changed_by_id, published_at, published_by_id)
       select id, 1, '', $3::jsonb, made_at, made_by_id, made_at, made_by_id from asked)
     insert into survey_event (survey_id, what, version, at, by_id)
     select id, what::survey_happening, version, made_at, made_by_id
       from asked, (values ('published', 1), ('opened', null)) as happened (what, version)`,
    [title, homes.map(({ id }) => id), JSON.stringify(parts)],
    true,
  );
}

/** Without JavaScript the page is asked anew with its link. */
async function comesTo(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    const further = page.getByRole("link", { name: "Refresh progress" });
    if (await further.isVisible()) await further.click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

for (const screen of [{ width: 1280 }, { width: 375, javaScriptEnabled: false }])
  test(`a head office answers a survey for its homes in the workbook (${JSON.stringify(screen)})`, async ({
    browser,
  }, info) => {
    const homes = [await newHome("Answers"), await newHome("Mistyped"), await newHome("Left alone")] as const;
    const [answering, mistyped] = homes;
    const title = `Drivers ${answering.registerId}`;
    await surveyFor(title, homes);
    const person = await newPerson("Hana Office", homes);
    const page = await as(browser, person.email, screen);
    const looks = () => (screen.javaScriptEnabled === false ? Promise.resolve() : isAccessible(page));
    const on = ({ name }: NewHome, said: Record<string, string | number>): Change[] =>
      Object.entries(said).map(([heading, to]) => ({ sheet: `Survey – ${title}`, row: [name], heading, to }));
    const kept = () =>
      ask<{ id: number; answers: unknown; by: number }>(
        "select location_id as id, answers, by_id as by from survey_answer where location_id = any($1) order by location_id",
        [homes.map(({ id }) => id)],
      );

    await page.goto("/uploads");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download template" }).click();
    const template = await readFile(await (await downloading).path());
    const file = info.outputPath("answered.xlsx");
    await writeFile(
      file,
      await changed(template, [
        ...on(answering, {
          "Any drivers (required)": "No",
          "How many (required)": 4,
          "Serviced by": "We do; The maker",
        }),
        ...on(answering, { "Last serviced": "27/11/2026", "Filled by": "A nurse", "Anything else": "No, thank you" }),
        ...on(mistyped, { "Any drivers (required)": "Yes", "How many (required)": "a few" }),
      ]),
    );
    await page.getByLabel("The completed template").setInputFiles(file);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Submit completed template" }).click();
    await comesTo(page, "Review before you file");
    await expect(page.getByText("How many must be a whole number, like 12")).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: answering.name });
    await expect(page.getByText("others were left as they were in the template")).toBeVisible();
    await expect(row).toContainText(`Survey: ${title}`);
    await expect(row).toContainText("Left out. Your other answers mean you do not need to answer it");
    await looks();
    expect(await kept()).toEqual([]);

    await page.getByRole("button", { name: "File 1 completed survey" }).click();
    await comesTo(page, "1 completed survey filed");
    await looks();
    const answers = { p1: false, p3: "c0,c1", p4: "2026-11-27", p5: "c0", p6: "No, thank you" };
    expect(await kept()).toEqual([{ id: answering.id, answers, by: person.id }]);
    await page.getByRole("link", { name: `See the answers of ${answering.name}` }).click();
    await expect(page.getByText("Hana Office sent these answers")).toBeVisible();
  });
