import { correctBedType } from "@/lib/beds/support/correct-bed-type";
import { disconnect } from "@/lib/db";
import { readUpload } from "@/lib/sheets/read-upload";
import { aboutReport } from "@/lib/reports/library/about";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reportOfKey } from "@/lib/reports/library/reports";
import { measureOf } from "@/lib/reports/metrics";
import { calendarNow } from "@/lib/windows/calendar";
import { workbookTemplate } from "@/lib/workbook/template";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
const corrected = {
  ...{ label: "General nursing", group: "long_stay", from: "", until: "", service: "care_home" },
  definition: "A bed with a registered nurse on duty at all hours.",
  example: "Someone who is fed through a tube.",
  reason: "Homes asked what counts.",
};
const meaning = `${corrected.definition} Example: ${corrected.example}`;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  expect(await correctBedType(world.users.sam, "GEN_NUR", corrected)).toMatchObject({ ok: true });
});
afterAll(disconnect);

test("a report by bed type says what each type means, as support last put it", async () => {
  const report = reportOfKey("bed-types");
  const asking = report && (await askingFor(world.users.olive, report, {}, inWindow));
  if (!report || !asking) throw new Error("Olive does not see the report by bed type.");
  const definitions = aboutReport(report, asking).map(([, words]) => words);
  expect(definitions).toContain(`General nursing: maximum capacity of the homes that responded. ${meaning}`);
});

test("each measure of a bed type says what the type means", async () => {
  const types = (await calendarNow()).bedTypesFor(["care_home"], "2026-11");
  for (const key of ["beds:GEN_NUR", "occupied_share:GEN_NUR", "beds_accepting:GEN_NUR"]) {
    const { definition = "", limits = "" } = measureOf(key, types) ?? {};
    expect(`${definition} ${limits}`).toContain(meaning);
  }
});

test("a workbook's first sheet says what each bed type means", async () => {
  const read = await readUpload({ bytes: (await workbookTemplate(world.users.ben, inWindow)).bytes, name: "a.xlsx" });
  if ("refused" in read) throw new Error(read.refused);
  const lines = read.rows.filter(({ sheet }) => sheet === "Instructions").map(({ cells: [line] }) => line);
  expect(lines).toContain("What each bed type means");
  expect(lines).toContain(`General nursing: ${meaning}`);
});
