import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { SentRow, SentSheet } from "@/lib/sheets/sent/sent-sheets";
import { headingIn } from "./cell-text";
import { headingsOfIds } from "./columns";
import type { AnySheet, WorkbookColumn } from "./workbook-sheet";

/** A sheet of the file that is one of ours, and the position of each of our columns in it. */
export interface FoundSheet {
  section: AnySheet;
  name: string;
  columns: { column: WorkbookColumn; at: number }[];
  rows: SentRow[];
}

export interface FileRefused {
  refused: string;
}

const markPattern = /^do not change \((\d{4}-\d{2}) (v[\w-]+)\)$/;
const ofSurvey = /^v1-survey-/;
const [id, register] = [headingsOfIds.id, headingsOfIds.register].map(headingIn);

/** Above the headings there may be a few rows: some programs put a title there. */
const mostAbove = 10;

/**
 * Finds our sheets in a file by their headings, wherever they stand and whatever the sheets are called now. The whole
 * file is refused, in a sentence, if it is no workbook of ours, of another month, or if headings were changed. The sheet
 * of a survey that is not asked any more is passed over: `surveysGone` says so.
 */
export function findSheets(
  sent: readonly SentSheet[],
  sections: readonly AnySheet[],
  month: Month,
): FoundSheet[] | FileRefused {
  const found: FoundSheet[] = [];
  let older: FileRefused | null = null;
  let surveysOnly = false;
  for (const { name, rows } of sent) {
    const headed = rows.slice(0, mostAbove).findIndex(({ cells }) => isHeading(cells));
    if (headed < 0) continue;
    const headings = (rows[headed]?.cells ?? []).map(headingIn);
    const marks = headings.flatMap((heading) => markPattern.exec(heading) ?? []);
    const of = sections.find(({ columns }) => headings.includes(headingIn(columns.at(-1)?.heading ?? "")));
    if (!of) {
      const [, madeFor, version = ""] = marks;
      if (madeFor === month && ofSurvey.test(version)) surveysOnly = true;
      else older ??= { refused: whyOld(name, madeFor, month) };
      continue;
    }
    if (found.some(({ section }) => section === of))
      return { refused: `The sheet ${of.name} is in this file twice. Delete one of them, then send it again` };
    const columns = placed(of, headings, rows[headed]?.cells ?? [], name);
    if ("refused" in columns) return columns;
    found.push({ section: of, name, columns, rows: rows.slice(headed + 1) });
  }
  if (older) return older;
  return found.length > 0 || surveysOnly ? found : { refused: notOurs };
}

const notOurs =
  "This is not a workbook from this service, or its headings were removed. Download the template, fill it in and send that";

const isHeading = (cells: readonly string[]) => {
  const headings = cells.map(headingIn);
  return (
    headings.some((heading) => markPattern.test(heading)) ||
    (headings.includes(id ?? "") && headings.includes(register ?? ""))
  );
};

/** What the hidden heading of a sheet says: of which month and version it is, and in which line it stands. */
export const headingMarks = (rows: readonly SentRow[]): { month: Month; version: string; line: number }[] =>
  rows.slice(0, mostAbove).flatMap(({ cells, line }) =>
    cells.flatMap((cell) => {
      const [, month, version] = markPattern.exec(headingIn(cell)) ?? [];
      return month && version ? [{ month, version, line }] : [];
    }),
  );

function whyOld(sheet: string, madeFor: string | undefined, month: Month): string {
  if (madeFor === undefined)
    return `The last heading of the sheet ${sheet}, which says which template it is, was changed or removed. Download the template again and copy your figures into it`;
  if (madeFor !== month)
    return `This workbook is for ${formatMonth(madeFor)}. Figures are now for ${formatMonth(month)}: download the new template and fill that in`;
  return `The questions of the sheet ${sheet} have changed since you downloaded this template. Download the new one and fill that in`;
}

function placed(
  section: AnySheet,
  headings: string[],
  shown: readonly string[],
  sheet: string,
): FoundSheet["columns"] | FileRefused {
  const columns: FoundSheet["columns"] = [];
  const missing: string[] = [];
  for (const column of section.columns) {
    const wanted = headingIn(column.heading);
    const at = headings.indexOf(wanted);
    if (at < 0) missing.push(column.heading);
    else if (headings.includes(wanted, at + 1))
      return {
        refused: `The heading “${column.heading}” is twice on the sheet ${sheet}. Remove the column that you added`,
      };
    else columns.push({ column, at });
  }
  const added = shown.filter((heading, at) => headingIn(heading) !== "" && !columns.some((one) => one.at === at));
  const list = (names: readonly string[]) =>
    names
      .slice(0, 5)
      .map((name) => `“${name.slice(0, 60)}”`)
      .join(", ");
  const changed = added.length > 0 ? ` There ${added.length === 1 ? "is" : "are"} ${list(added)} instead.` : "";
  if (missing.length > 0)
    return {
      refused: `The sheet ${sheet} no longer has the ${missing.length === 1 ? "heading" : "headings"} ${list(missing)}.${changed} Put the headings back as they were, then send it again`,
    };
  if (added.length > 0)
    return {
      refused: `The sheet ${sheet} has ${added.length === 1 ? "a heading" : "headings"} that the template does not have: ${list(added)}. Remove ${added.length === 1 ? "that column" : "those columns"}, then send it again`,
    };
  return columns;
}
