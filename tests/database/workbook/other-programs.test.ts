import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { markedWorkbook } from "@/lib/sheets/patch/marked-workbook";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { findSheets } from "@/lib/workbook/find-sheets";
import { sentReturns } from "@/lib/workbook/sent-returns";
import type { Subject } from "@/lib/workbook/subjects";
import { sentBounds } from "@/tests/support/changed-workbook";
import { careHomeTyped } from "@/tests/support/rosewood";
import { sheetsOf, workbookOfRows } from "@/tests/support/row-of-workbook";

/** Debian's own Python, which has Debian's openpyxl; another may stand before it on the path. */
const python = "/usr/bin/python3";
const libreOffice = "/usr/bin/soffice";
const missing = [
  ...(existsSync(libreOffice) ? [] : ["libreoffice-calc-nogui"]),
  ...(existsSync(python) && spawnSync(python, ["-c", "import openpyxl"]).status === 0 ? [] : ["python3-openpyxl"]),
];
const round = missing.length === 0 ? test : test.skip;
const why = missing.length === 0 ? "" : ` (not installed: ${missing.join(", ")})`;

const month = "2026-10";
const sections = sheetsOf("care_home", month, []);
const homes = ["Rosewood", "Hawthorn House"].map((name, at) => ({ id: at + 7, registerId: `1-00${at}`, name }));
const subjects = homes.map((home) => ({ ...home, collections: ["care_home"] })) as unknown as Subject[];
const typed = { ...careHomeTyped, hours_paid: "4120.5" };
const template = workbookOfRows(sections, homes, month, typed);

/** Saves each file anew, and changes one figure and one row's action in the second half of them. */
const resave = `
import sys, openpyxl
for given, to, edit in zip(sys.argv[1::3], sys.argv[2::3], sys.argv[3::3]):
    book = openpyxl.load_workbook(given)
    if edit == "edit":
        sheet = book["Care home"]
        at = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(2, at["Care workers employed"]).value = 25
        sheet.cell(3, at["Action"]).value = "same"
        sheet.insert_rows(3, 2)
        book.move_sheet("Care home beds", -2)
    book.save(to)
`;

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "capacity-programs-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the service reads in a file: what each row says, whether it was changed, and what could not be read. */
async function readIn(file: string) {
  const sent = await readSent({ bytes: await readFile(path.join(folder, file)), name: file, bounds: sentBounds });
  if ("refused" in sent) return sent.refused;
  const sheets = findSheets(sent.sheets, sections, month);
  if ("refused" in sheets) return sheets.refused;
  const { returns, strays } = sentReturns(sheets, subjects, month);
  const said = returns.map(({ locationId, changed, action, problems, typed: read }) => ({
    ...{ locationId, changed, action, problems: problems.length },
    workers: read.care_workers_employed,
    hours: read.hours_paid,
    occupied: read["beds.GEN_RES.occupied"],
  }));
  return [...said.sort((a, b) => a.locationId - b.locationId), strays.length];
}

const untouched = { changed: false, action: "", problems: 0, workers: "24", hours: "4120.5", occupied: "16" };
const asMade = [{ locationId: 7, ...untouched }, { locationId: 8, ...untouched }, 0];
const asEdited = [
  { locationId: 7, ...untouched, changed: true, workers: "25" },
  { locationId: 8, ...untouched, action: "same" },
  0,
];

round(
  `a workbook goes through openpyxl and LibreOffice and says the same, and what was changed there is read${why}`,
  async () => {
    const marked = markedWorkbook({
      bytes: template,
      marks: [{ sheet: "Care home", line: 2, column: 9, message: "Care workers employed must be a whole number" }],
      toDo: [
        {
          message: "Care workers employed must be a whole number",
          help: "",
          sheet: "Care home",
          cell: "I2",
          location: "Rosewood",
        },
      ],
    });
    await Promise.all([
      writeFile(path.join(folder, "made.xlsx"), template),
      writeFile(path.join(folder, "marked.xlsx"), marked),
    ]);
    const jobs = [
      ["made", "saved", "no"],
      ["made", "edited", "edit"],
      ["marked", "marked-saved", "no"],
    ] as const;
    const at = (name: string) => path.join(folder, `${name}.xlsx`);
    execFileSync(python, ["-c", resave, ...jobs.flatMap(([from, to, edit]) => [at(from), at(to), edit])]);
    const all = ["made", "marked", "saved", "edited", "marked-saved"];
    execFileSync(
      libreOffice,
      [
        ...["--headless", "--norestore", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx"],
        ...["--outdir", path.join(folder, "office"), ...all.map(at)],
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    for (const where of ["", "office/"])
      for (const name of all)
        expect([where + name, await readIn(`${where}${name}.xlsx`)]).toEqual([
          where + name,
          name === "edited" ? asEdited : asMade,
        ]);
    const written = unzipSync(await readFile(path.join(folder, "office/made.xlsx")));
    expect(Object.keys(written)).toContain("xl/comments2.xml");
  },
  180_000,
);
