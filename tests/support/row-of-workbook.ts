import { startingBedTypes } from "@/lib/questions/bed-types";
import type { Season } from "@/lib/questions/seasons";
import { templateWorkbook } from "@/lib/sheets/template/template";
import type { TemplateCell } from "@/lib/sheets/template/sheets";
import { bedFieldOf } from "@/lib/workbook/answer-columns";
import { sectionsOf, versionIn } from "@/lib/workbook/columns";
import type { WorkbookColumn, WorkbookSheet } from "@/lib/workbook/workbook-sheet";
import { markOf, saidBy, versionOf } from "@/lib/workbook/mark";

type Typed = Readonly<Record<string, string>>;

/** The location that a workbook of a test is about. */
export interface Known {
  id: number;
  registerId: string;
  name: string;
}

/** The sheets of a care home's or another collection's workbook in a month, without a database. */
export const sheetsOf = (
  collection: Parameters<typeof sectionsOf>[0],
  month: string,
  seasons?: readonly Season[],
): WorkbookSheet[] =>
  sectionsOf(collection, month, seasons, collection === "care_home" ? startingBedTypes.care_home : [], versionOf);

/** A row as the template has it, or with other answers, its mark saying what `made` said when the template was made. */
export function rowOf(
  section: WorkbookSheet,
  { id, registerId, name }: Known,
  month: string,
  typed: Typed,
  made = typed,
  bed = "",
) {
  const text = (from: Typed, column: WorkbookColumn) => from[bed ? bedFieldOf(column, bed) : column.key] ?? "";
  const answers = section.columns.filter(({ role }) => role === "answer");
  const said = saidBy(answers.map((column) => column.meaning?.(text(made, column)) ?? text(made, column)));
  const identity = { section: section.key, month, version: versionIn(section), locationId: id, registerId, bed };
  const own: Partial<Record<WorkbookColumn["role"], TemplateCell>> = {
    ...{ id, register: registerId, name, from: "No figures yet" },
    bed: section.beds?.find(({ key }) => key === bed)?.label ?? null,
    mark: markOf(identity, { looked: "0.0", said }),
  };
  return { own, text: (column: WorkbookColumn) => text(typed, column) };
}

/** The same as cells of a template. */
export function cellsOf(section: WorkbookSheet, known: Known, month: string, typed: Typed, bed = ""): TemplateCell[] {
  const row = rowOf(section, known, month, typed, typed, bed);
  return section.columns.map((column) =>
    column.role === "answer" ? (column.show?.(row.text(column)) ?? null) : (row.own[column.role] ?? null),
  );
}

/** A workbook of some locations, as it would be downloaded. */
export function workbookOfRows(
  sections: readonly WorkbookSheet[],
  locations: readonly Known[],
  month: string,
  typed: Typed,
): Buffer {
  const reading = { name: "Instructions", lines: [{ text: "Read me", look: "title" }] } as const;
  const rows = (section: WorkbookSheet) =>
    locations.flatMap((known) =>
      section.beds
        ? section.beds.map(({ key }) => cellsOf(section, known, month, typed, key))
        : [cellsOf(section, known, month, typed)],
    );
  return templateWorkbook(
    reading,
    sections.map((section) => ({ name: section.name, columns: section.columns, frozen: 3, rows: rows(section) })),
  );
}
