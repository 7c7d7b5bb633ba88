import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { formatDayAndMonth, formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import { figuresNow, figuresSeen } from "@/lib/returns/figures-now";
import { type FilingFacts, filingFactsOfMany } from "@/lib/returns/filing-facts";
import { typedFrom } from "@/lib/questions/typed";
import type { TemplateCell, TemplateSheet } from "@/lib/sheets/template/sheets";
import { templateWorkbook } from "@/lib/sheets/template/template";
import { windowFor } from "@/lib/windows/calendar";
import { bedFieldOf } from "./answer-columns";
import { versionIn } from "./columns";
import { instructions } from "./instructions";
import { markOf, saidBy } from "./mark";
import { type Subject, type Subjects, subjectsOf } from "./subjects";
import type { SurveySheet, WorkbookColumn, WorkbookSheet } from "./workbook-sheet";

/**
 * The workbook of a person for the month whose window opened last: a sheet for each thing that their locations are
 * asked, and on it a row a location with the last figures, and a sheet for each of their open surveys. Refuses who files
 * for no location.
 */
export async function workbookTemplate(user: User, now: Date): Promise<{ name: string; bytes: Buffer }> {
  const { month, sheets, sections, surveys, calendar } = await filledIn(user, now);
  const { lastDay } = windowFor(calendar, month, now);
  const bedTypes = new Map(sections.flatMap(({ beds }) => (beds ?? []).map((type) => [type.key, type])));
  const first = instructions(month, formatDayAndMonth(lastDay), sheets, [...bedTypes.values()], surveys.length > 0);
  const bytes = templateWorkbook(first, sheets);
  return { name: `capacity-tracker-${month}.xlsx`, bytes };
}

/** The sheets of a person's workbook, filled in. */
async function filledIn(user: User, now: Date) {
  allow(user, "send a workbook");
  const subjects = await subjectsOf(user, now);
  const sheets: TemplateSheet[] = [];
  const known = new Map<Collection, Map<number, FilingFacts>>();
  for (const section of subjects.sections) {
    const { collection, columns, name } = section;
    const about = subjects.locations.filter(({ collections }) => collections.includes(collection));
    const ids = about.map(({ id }) => id);
    const facts = known.get(collection) ?? (await filingFactsOfMany(user, ids, collection));
    known.set(collection, facts);
    const rows = about.flatMap((location) => {
      const known = facts.get(location.id);
      return known ? rowsOf(section, location, known, subjects) : [];
    });
    const inUse = (cells: TemplateCell[]) => Number(section.beds !== null && cells[4] === null);
    sheets.push({ name, columns, rows: rows.toSorted((a, b) => inUse(a) - inUse(b)), frozen: section.beds ? 4 : 3 });
  }
  for (const section of subjects.surveys) {
    const about = subjects.locations.filter(({ id }) => section.survey.places.has(id));
    const rows = about.map((location) => surveyRow(section, location, subjects.month));
    sheets.push({ name: section.name, columns: section.columns, rows, frozen: 3 });
  }
  return { ...subjects, sheets };
}

/** A location's row on the sheet of a survey, with what it has answered so far. */
function surveyRow(section: SurveySheet, { id, registerId, name }: Subject, month: Month): TemplateCell[] {
  const { answers = {}, revision = 0 } = section.survey.places.get(id) ?? {};
  const typed = typedFrom(answers);
  const text = ({ key }: WorkbookColumn) => typed[key] ?? "";
  const asked = section.columns.filter(({ role }) => role === "answer");
  const said = saidBy(asked.map((column) => column.meaning?.(text(column)) ?? text(column)));
  const identity = { section: section.key, month, version: versionIn(section), locationId: id, registerId, bed: "" };
  const mark = markOf(identity, { looked: String(revision), said });
  const own: Partial<Record<WorkbookColumn["role"], TemplateCell>> = { id, register: registerId, name, mark };
  return section.columns.map((column) =>
    column.role === "answer" ? (column.show?.(text(column)) ?? null) : (own[column.role] ?? null),
  );
}

/** A row for a location; on a sheet of beds one for each type. */
function rowsOf(section: WorkbookSheet, location: Subject, facts: FilingFacts, { month }: Subjects): TemplateCell[][] {
  const figures = figuresNow(facts, section.collection, month);
  const beds = figures?.beds ?? (section.beds && facts.newestBeds?.beds);
  const typed = typedFrom(figures?.answers ?? {}, beds);
  const from = facts.past[0] ? formatMonth(facts.past[0].month) : "No figures yet";
  const looked = figuresSeen(facts);
  const row = (bed: { key: string; label: string } | null): TemplateCell[] => {
    const text = (column: WorkbookColumn) => typed[bed ? bedFieldOf(column, bed.key) : column.key] ?? "";
    const answers = section.columns.filter(({ role }) => role === "answer");
    const said = saidBy(answers.map((column) => column.meaning?.(text(column)) ?? text(column)));
    const version = versionIn(section);
    const identity = { section: section.key, month, version, locationId: location.id, registerId: location.registerId };
    const own: Partial<Record<WorkbookColumn["role"], TemplateCell>> = {
      id: location.id,
      register: location.registerId,
      name: location.name,
      from,
      bed: bed?.label ?? null,
      mark: markOf({ ...identity, bed: bed?.key ?? "" }, { looked, said }),
    };
    return section.columns.map((column) =>
      column.role === "answer" ? (column.show?.(text(column)) ?? null) : (own[column.role] ?? null),
    );
  };
  return section.beds ? section.beds.map(row) : [row(null)];
}
