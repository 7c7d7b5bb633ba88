import { disconnect } from "@/lib/db";
import { endMarkingWorkbooks } from "@/lib/sheets/patch/marked-in-thread";
import { submitReturn } from "@/lib/returns/submit-return";
import { toDoSheet } from "@/lib/sheets/patch/marked-workbook";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { correctedFile } from "@/lib/workbook/corrected-file";
import { workbookOf } from "@/lib/workbook/queries";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, inWindow } from "@/tests/support/cast";
import { atCells, type Change, changed, sentBounds } from "@/tests/support/changed-workbook";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf, withoutFlu } from "@/tests/support/returns";
import { homeCareTyped } from "@/tests/support/rosewood";
import { sendWorkbook } from "@/tests/support/workbooks";

beforeEach(emptyDatabase);
afterAll(async () => {
  await endReadingWorkbooks();
  await endMarkingWorkbooks();
  await disconnect();
});

const october = new Date("2026-10-12T10:00:00Z");
const numbers = ["Registered nurses employed", "Care workers employed", "Other staff employed", "Agency nurses"];
const hours = ["Hours paid", "Overtime hours", "Agency hours"];

/** What someone does who knows nothing but what the sheet tells them to do. */
function asTold(message: string, help: string): string | number {
  const example = /\blike ([\d.,]+\d)/.exec(message) ?? /For example, ([\d.,]*\d)/.exec(help);
  if (example?.[1]) return Number(example[1].replace(",", ""));
  if (/\bor blank\b/.test(message)) return "";
  if (/For example, Yes|yes or no|select yes if/i.test(`${message} ${help}`)) return "Yes";
  throw new Error(`It does not say what to do: ${message} (${help})`);
}

test("a workbook with 30 mistakes is put right by following its own notes, and nothing else", async () => {
  const { users, at } = await cast();
  for (const place of ["rosewood", "hawthorn"] as const)
    expect(await submitReturn(users.ben, filingOf(at[place], { typed: withoutFlu }), october)).toMatchObject({
      ok: true,
    });
  const homeCare = filingOf(at.hawthorn, { collection: "home_care", typed: homeCareTyped });
  expect(await submitReturn(users.ben, homeCare, october)).toMatchObject({ ok: true });
  const wrong = ["lots", "-4", "2.5.1", "12 nurses", "#"];
  const on = (sheet: string, name: string, headings: readonly string[]): Change[] =>
    headings.map((heading, nth) => ({ sheet, row: [name], heading, to: wrong[nth % wrong.length] ?? "" }));
  const flu = ["Residents vaccinated, flu", "Staff vaccinated, flu", "Agency staff vaccinated, flu"];
  const mistakes = [
    ...["Rosewood", "Hawthorn House"].flatMap((name) => [
      ...on("Care home", name, [...numbers, ...hours, ...flu]),
      { sheet: "Care home", row: [name], heading: "Visitors can be received", to: "maybe" },
      { sheet: "Care home", row: [name], heading: "Action", to: "done" },
    ]),
    ...on("Home care", "Hawthorn House", ["Care staff employed", ...hours, "Care staff vaccinated, flu"]),
    { sheet: "Home care", row: ["Hawthorn House"], heading: "Can provide extra hours", to: "perhaps" },
  ];
  expect(mistakes).toHaveLength(30);
  let bytes = await changed((await workbookTemplate(users.ben, inWindow)).bytes, mistakes);
  for (let round = 1; ; round++) {
    const id = await sendWorkbook(users.ben, bytes, inWindow);
    const problems = (await workbookOf(users.ben, id, inWindow))?.review?.kinds.filter(({ warning }) => !warning);
    const marked = problems?.reduce((sum, { count }) => sum + count, 0);
    if (round === 1) expect(marked).toBe(30);
    if (marked === 0) break;
    expect(round).toBeLessThan(4);
    const back = await correctedFile(users.ben, id, inWindow);
    const read = await readSent({ bytes: back?.bytes ?? bytes, name: "back.xlsx", bounds: sentBounds });
    const list = "refused" in read ? undefined : read.sheets.find(({ name }) => name === toDoSheet);
    const told = list?.rows.slice(1).map(({ cells }) => cells) ?? [];
    expect(told).toHaveLength(marked ?? 0);
    bytes = await atCells(
      back?.bytes ?? bytes,
      told.map(([message = "", sheet = "", cell = "", , help = ""]) => ({ sheet, cell, to: asTold(message, help) })),
    );
  }
});
