import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { utils, write } from "xlsx";
import { system } from "@/lib/db";
import { registers, type RegisterName } from "@/lib/registers/registers";
import type { ImportAsked } from "@/lib/registers/import/run-import";
import type { ImportReport } from "@/lib/registers/import/tally";
import { sourceFile } from "@/lib/sheets/source-file";
import { directoryColumns, dualColumns } from "@/scripts/bench/national/columns";
import { writeCsv, writeOds } from "@/scripts/bench/national/write";

const folder = mkdtempSync(path.join(tmpdir(), "registers-"));

/** A file of the test's own, by name; whole bytes or text. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

export const zipOf = (name: string, parts: Record<string, string | Uint8Array>): string =>
  fileOf(
    name,
    zipSync(Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, Buffer.from(content)]))),
  );

export type Cells = Record<string, string>;

/** A care home of CQC's directory, in Oldham unless said otherwise: a line of 122 values. */
export const home = (id: string, cells: Cells = {}): string[] => {
  const said: Cells = {
    "Location ID": id,
    "Location HSCA start date": "01/10/2020",
    "Dormant (Y/N)": "N",
    "Care home?": "Y",
    "Location Name": `Home ${id}`,
    "Registered manager": "Doe, Jane",
    "Care homes beds": "30",
    "Location Type/Sector": "Social Care Org",
    "Location Latest Overall Rating": "Good",
    "Publication Date": "05/03/2025",
    "Inherited Rating (Y/N)": "N",
    "Location Local Authority": "Oldham",
    "Location ONSPD CCG Code": "E38000135",
    "Location Street Address": "1 High Street",
    "Location City": "Oldham",
    "Location Postal Code": "OL1 1AA",
    "Location Latitude": "53.5411",
    "Location Longitude": "-2.1118",
    "Brand ID": "-",
    "Brand Name": "-",
    "Provider ID": "1-900",
    "Provider Name": "Moor Care Limited",
    "Provider Nominated Individual Name": "Roe, Richard",
    "Service type - Care home service without nursing": "Y",
    "Service user band - Older People": "Y",
    ...cells,
  };
  return directoryColumns.map((column) => said[column] ?? "");
};

const dualLine = (cells: Cells): string[] => dualColumns.map((column) => cells[column] ?? "");

/** The directory with these lines, in each of the kinds of file that CQC has published. */
export interface Directory {
  lines: string[][];
  columns?: readonly string[];
  duals?: Cells[];
}

export async function directoryOds(
  name: string,
  { lines, columns = directoryColumns, duals = [] }: Directory,
): Promise<string> {
  const at = path.join(folder, name);
  await writeOds(at, [
    {
      name: "README",
      lines: [
        ["Active locations for providers registered under the Health and Social Care Act (HSCA)"],
        [],
        ["Source: CQC database"],
      ],
    },
    { name: "HSCA_Active_Locations", lines: [columns, ...lines] },
    { name: "Dual_Registration_Locations", lines: [dualColumns, ...duals.map(dualLine)] },
  ]);
  return at;
}

export async function directoryCsv(name: string, { lines, columns = directoryColumns }: Directory): Promise<string> {
  const at = path.join(folder, name);
  await writeCsv(at, [columns, ...lines]);
  return at;
}

export function directoryXlsx(name: string, { lines, columns = directoryColumns, duals = [] }: Directory): string {
  const sheets = {
    README: [["Active locations"]],
    HSCA_Active_Locations: [columns, ...lines],
    Dual_Registration_Locations: [dualColumns, ...duals.map(dualLine)],
  };
  const Sheets = Object.fromEntries(
    Object.entries(sheets).map(([sheet, cells]) => [sheet, utils.aoa_to_sheet(cells as string[][])]),
  );
  return fileOf(
    name,
    write(
      { SheetNames: Object.keys(sheets), Sheets },
      { type: "buffer", bookType: "xlsx", compression: true },
    ) as Buffer,
  );
}

export const jsonl = (name: string, records: object[]): string =>
  fileOf(name, records.map((record) => `${JSON.stringify(record)}\n`).join(""));

export const importedOn = new Date("2026-11-10T10:00:00Z");

/** Imports a file; a refusal comes back as its sentence. */
export async function imported(
  register: RegisterName,
  at: string,
  options: Partial<ImportAsked> = {},
): Promise<ImportReport | string> {
  const outcome = await registers[register](system("test"), { file: sourceFile(at), now: importedOn, ...options });
  return outcome.ok ? outcome.value : outcome.problems.map(({ message }) => message).join(" ");
}

/** The counts of a report, for a sentence about them. */
export const countsOf = (report: ImportReport | string) => {
  if (typeof report === "string") throw new Error(report);
  const { added, changed, closed, unchanged, skipped } = report;
  return { added, changed, closed, unchanged, skipped };
};

export const noticesOf = (report: ImportReport | string): string[] =>
  typeof report === "string" ? [report] : report.notices.map(({ kind }) => kind);
