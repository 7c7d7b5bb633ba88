import type { Month } from "@/lib/london";
import type { BedType } from "@/lib/questions/beds";
import type { CellFault, SentRow } from "@/lib/sheets/sent/sent-sheets";
import { headingIn, textIn } from "./cell-text";
import { faultSentence, percentIn, rowSentences } from "./cell-faults";
import { bedFieldOf } from "./answer-columns";
import { versionIn } from "./columns";
import type { FoundSheet } from "./find-sheets";
import { readMark, saidBy } from "./mark";
import type { RowProblem, SentAnswers, SentReturn, SentReturns, Where } from "./sent-return";
import type { Subject } from "./subjects";
import type { AnySheet, WorkbookColumn } from "./workbook-sheet";

/** Reads the rows of our sheets into a return for each location and collection, and answers for each survey. */
export function sentReturns(sheets: readonly FoundSheet[], locations: readonly Subject[], month: Month): SentReturns {
  const known = new Map(locations.map((location) => [String(location.id), location]));
  const read = new Map<string, SentReturn | SentAnswers>();
  const strays: RowProblem[] = [];
  const seen = new Map<string, number>();
  let rows = 0;
  for (const sheet of sheets)
    for (const row of sheet.rows) {
      const cell = cellsOf(sheet, row);
      const where = { sheet: sheet.name, line: row.line };
      const stray = (code: keyof typeof rowSentences, more = "") =>
        void strays.push({ ...where, code: `row.${code}`, message: rowSentences[code] + more });
      rows++;
      const idText = cell("id").trim();
      const location = known.get(idText);
      if (/e\+?\d+$/i.test(idText) || /^0\d/.test(idText)) stray("mangled");
      else if (!location || !isAsked(sheet.section, location)) stray("unknown");
      else {
        const bed = sheet.section.beds?.find(({ label }) => headingIn(label) === headingIn(cell("bed")));
        if (sheet.section.beds && !bed) stray("bed");
        else {
          const key = `${sheet.section.key} ${location.id} ${bed?.key ?? ""}`;
          const twice = seen.get(key);
          if (twice !== undefined) stray("twice", ` Its other row is ${twice}.`);
          else {
            seen.set(key, row.line);
            const problem = intoReturn(read, sheet, row, location, bed ?? null, month);
            if (problem) stray(problem);
          }
        }
      }
    }
  const all = [...read.values()];
  const returns = all.filter((one): one is SentReturn => "collection" in one);
  return { returns, answers: all.filter((one): one is SentAnswers => "survey" in one), strays, rows };
}

const isAsked = (section: AnySheet, { id, collections }: Subject): boolean =>
  "survey" in section ? section.survey.places.has(id) : collections.includes(section.collection);

const cellsOf = ({ columns }: FoundSheet, { cells }: SentRow) => {
  const at = new Map(columns.map(({ column, at }) => [column.role, at]));
  return (role: WorkbookColumn["role"]): string => textIn(cells[at.get(role) ?? -1] ?? "");
};

/** Adds one row to the return that it belongs to. Returns why not if its hidden mark does not fit the row. */
function intoReturn(
  all: Map<string, SentReturn | SentAnswers>,
  sheet: FoundSheet,
  row: SentRow,
  location: Subject,
  bed: BedType | null,
  month: Month,
): keyof typeof rowSentences | null {
  const { section, columns, name } = sheet;
  const cell = cellsOf(sheet, row);
  const version = versionIn(section);
  const identity = {
    section: section.key,
    month,
    version,
    locationId: location.id,
    registerId: cell("register"),
    bed: bed?.key ?? "",
  };
  const mark = readMark(identity, cell("mark"));
  if (mark === null) return cell("register") === location.registerId ? "mark" : "mangled";
  const key = `${"survey" in section ? section.key : section.collection} ${location.id}`;
  const where = { sheet: name, line: row.line };
  const found = all.get(key) ?? begun(location.id, section, mark.looked, where);
  all.set(key, found);
  const meanings: string[] = [];
  for (const { column, at } of columns) {
    if (isAbout(column)) found.places[column.role] = { ...where, column: column.heading, at: at + 1 };
    if (column.role !== "answer") continue;
    const field = bed ? bedFieldOf(column, bed.key) : column.key;
    const place = { ...where, column: column.heading, at: at + 1 };
    const fault = row.faults?.[at];
    const text = textIn(row.cells[at] ?? "");
    const plain =
      fault === "percent" && column.percent
        ? percentIn(text)
        : fault === "date" && column.date
          ? row.days?.[at]
          : undefined;
    const read = plain ?? text;
    found.typed[field] = read;
    found.places[field] = place;
    found.columns[field] = column;
    meanings.push(column.meaning?.(read) ?? read);
    if (fault === undefined || plain !== undefined) continue;
    found.problems.push(faulty(fault, field, place, text));
    found.changed = true;
  }
  found.changed ||= saidBy(meanings) !== mark.said;
  if (!section.beds)
    Object.assign(found, {
      action: cell("action").toLowerCase(),
      reason: cell("reason"),
      note: cell("note"),
      first: where,
      looked: mark.looked,
    });
  return null;
}

const isAbout = ({ role }: WorkbookColumn) => role === "action" || role === "reason" || role === "note";

const faulty = (fault: CellFault, field: string, place: Where, text: string): RowProblem => ({
  ...place,
  field,
  code: `cell.${fault}`,
  message: faultSentence(fault, place.column ?? "", text),
});

/** A return, or answers, of which only the first row is known so far. */
const begun = (locationId: number, section: AnySheet, looked: string, first: Where): SentReturn | SentAnswers => ({
  ...("survey" in section ? { survey: section.survey } : { collection: section.collection }),
  locationId,
  looked,
  first,
  typed: {},
  places: {},
  columns: {},
  changed: false,
  action: "",
  reason: "",
  note: "",
  problems: [],
});
