import { readFileSync } from "node:fs";
import path from "node:path";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { careHomeExtract, nonResidentialExtract } from "@/lib/reports/library/extract-columns";
import { reportCell } from "@/lib/reports/library/cells";
import { runReport } from "@/lib/reports/library/run-report";
import { reportOfKey } from "@/lib/reports/library/reports";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

async function rows(collection: string) {
  const report = reportOfKey("extract");
  const asking =
    report && (await askingFor(world.users.nate, report, { collection }, new Date("2026-11-20T10:00:00Z")));
  if (!report || !asking) throw new Error("Not found");
  const columns = report.columns(asking);
  const read = await runReport(report, asking, { by: "location", descending: false, page: 1, size: 50 });
  return read.rows.map((row) => Object.fromEntries(columns.map((column) => [column.heading, reportCell(column, row)])));
}

const published = (name: string) =>
  readFileSync(path.join(__dirname, "tracker-columns.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .filter((line) => line.startsWith(`${name},`))
    .map((line) => line.split(",")[1]);

test("the extract has every column of the tracker's, by its name", () => {
  expect(Object.keys(careHomeExtract)).toEqual(published("care_home"));
  expect(Object.keys(nonResidentialExtract).sort()).toEqual(published("non_residential").sort());
});

test("a return's figures stand under the tracker's names, in UTC and in London's time", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const [row] = await rows("care_home");
  expect(row).toMatchObject({
    location: "Rosewood",
    maxcapacity: 20,
    usedbeds: 16,
    lastupdatedutc: "2026-11-10 10:00:00",
    lastupdatedbst: "2026-11-10 10:00:00",
    parentorganisation: "Rosewood Care",
    nilreturn: "No",
  });
  expect(await rows("home_care")).toEqual([]);
});

test("a nil return has a row without figures, and no nought that no one entered", async () => {
  const nil = filingOf(world.at.rosewood, { source: "nil", typed: {}, nil: { reason: "closing", note: "" } });
  expect(await submitReturn(world.users.amina, nil, inWindow)).toMatchObject({ ok: true });
  const [row] = await rows("care_home");
  expect(row).toMatchObject({ location: "Rosewood", nilreturn: "Yes", maxcapacity: null, usedbeds: null });
  expect(Object.values(row ?? {}).filter((value) => value === 0)).toEqual([]);
});
