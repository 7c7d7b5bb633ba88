import { questionsAsked } from "@/lib/questions/asked";
import { bedField, bedFigures, type BedType, homeOpenField } from "@/lib/questions/beds";
import { type Collection, collections, isMandated } from "@/lib/questions/collections";
import { figureNames } from "@/lib/questions/differences";
import { nilReasons } from "@/lib/questions/nil-reasons";
import type { Month, Question } from "@/lib/questions/question";
import { largestAnswers, readerOf, readFigure, readYesNo, unreadableAnswer, whatToType } from "@/lib/questions/read";
import type { Season } from "@/lib/questions/seasons";
import { setOf } from "@/lib/questions/sets";
import type { TemplateCell, TemplateColumn } from "@/lib/sheets/template/sheets";

/** What a column is for: to say which row it is, what is to be done with it, or an answer. */
export type ColumnRole = "id" | "register" | "name" | "from" | "action" | "reason" | "note" | "bed" | "mark" | "answer";

/** One column of a sheet. An answer's `key` is its form field; of a bed's figures the row's bed type completes it. */
export interface WorkbookColumn extends TemplateColumn {
  readonly role: ColumnRole;
  readonly key: string;
  /** Asks for a percentage, so that a cell may be formatted as one. */
  readonly percent?: boolean;
  /** What a text in it means, so that "Yes", "yes " and 1,204 are known to be the same as before. */
  readonly meaning?: (text: string) => string;
  /** How a cell writes an answer that a form would hold. */
  readonly show?: (typed: string) => TemplateCell;
}

/** One sheet of the workbook: the answers of a collection, or the beds it counts, a row for each type of bed. */
export interface WorkbookSheet {
  readonly key: string;
  readonly collection: Collection;
  readonly name: string;
  readonly beds: readonly BedType[] | null;
  readonly columns: readonly WorkbookColumn[];
}

export const actions = ["same", "nil"] as const;
export const headingsOfIds = { id: "Id", register: "CqcId", name: "Name" } as const;

const fact = (role: ColumnRole, heading: string, width: number, note: string, hidden = false): WorkbookColumn => ({
  role,
  key: role,
  heading,
  width,
  note,
  look: "fact",
  ...(hidden && { hidden }),
});

const ids = [
  fact("id", headingsOfIds.id, 9, "Our number for this location. Do not change it."),
  fact("register", headingsOfIds.register, 16, "CQC's number for this location. Do not change it."),
  fact("name", headingsOfIds.name, 32, "The location, as it is registered."),
];

function acting(collection: Collection): WorkbookColumn[] {
  const nil = isMandated(collection);
  const action: WorkbookColumn = {
    role: "action",
    key: "action",
    heading: "Action",
    width: 10,
    look: "text",
    note: `Leave it blank to file the row if you change a figure in it. Enter “same” to file the figures as they are${nil ? ", or “nil” for a nil return" : ""}. A row that you leave as it is files nothing.`,
    allows: { list: nil ? actions : ["same"] },
    refusal: nil ? "Enter same or nil, or leave it blank" : "Enter same, or leave it blank",
  };
  if (!nil) return [action];
  const reasons = nilReasons.map(({ label }) => label);
  return [
    action,
    {
      role: "reason",
      key: "reason",
      heading: "Reason for nil return",
      width: 24,
      look: "text",
      note: `Only for a nil return. One of:\n${reasons.join("\n")}`,
      allows: { list: reasons },
      refusal: "Select a reason from the list",
    },
    {
      role: "note",
      key: "note",
      heading: "Note for nil return",
      width: 20,
      look: "text",
      note: "Only for a nil return, and only if you want to add something. Do not name anyone.",
    },
  ];
}

const figure = (text: string, places: "whole" | "decimal"): string => {
  const read = readFigure(text, places);
  return typeof read === "number" ? String(read) : text.trim();
};
const yesNo = (text: string): string => {
  const read = readYesNo(text);
  return typeof read === "boolean" ? (read ? "yes" : "no") : text.trim();
};
const showFigure = (typed: string): TemplateCell => (typed === "" ? null : Number(typed));
const showYesNo = (typed: string): TemplateCell => (typed === "" ? null : typed === "yes" ? "Yes" : "No");
const yesNoList = { list: ["Yes", "No"] } as const;
const sayYesNo = "Select Yes or No";

/** The column of one question. */
function questionColumn(collection: Collection, question: Question): WorkbookColumn {
  const { key, short, label, hint, unit, kind, choices = [], season, mayBeBlank } = question;
  const section = setOf(collection).sections.find(({ key }) => key === question.section);
  const explained = [
    ...[label, hint, section?.hint],
    choices.length > 0 && choices.map(({ label, hint }) => (hint ? `${label}: ${hint}` : label)).join("\n"),
    season && "Seasonal: asked only while vaccinations are counted.",
    mayBeBlank && "You can leave it blank.",
  ];
  const read = readerOf(question);
  return {
    role: "answer",
    key,
    heading: unit && unit !== "%" && !short.toLowerCase().includes(unit) ? `${short} (${unit})` : short,
    width: kind === "text" ? 40 : 14,
    look: kind === "count" || kind === "hours" || kind === "percent" ? "figure" : "text",
    note: explained.filter(Boolean).join("\n"),
    refusal: whatToType(question),
    ...(season && { marked: true }),
    ...(kind === "percent" && { percent: true }),
    ...allowedBy(question),
    meaning: (text) => {
      if (kind === "count" || kind === "hours" || kind === "percent")
        return figure(text, kind === "count" ? "whole" : "decimal");
      if (kind === "yesNo") return yesNo(text);
      const meant = read(text);
      return meant === unreadableAnswer ? text.trim() : String(meant ?? "");
    },
    show:
      kind === "count" || kind === "hours" || kind === "percent"
        ? showFigure
        : kind === "yesNo"
          ? showYesNo
          : (typed) => choices.find(({ key }) => key === typed)?.label ?? (typed || null),
  };
}

function allowedBy({ kind, choices = [] }: Question): Pick<TemplateColumn, "allows"> {
  if (kind === "text" || kind === "some" || kind === "date") return {};
  if (kind === "yesNo") return { allows: yesNoList };
  if (kind === "choice" || kind === "status") return { allows: { list: choices.map(({ label }) => label) } };
  return { allows: { from: 0, to: largestAnswers[kind], whole: kind === "count" } };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const open = (key: string, heading: string, note: string): WorkbookColumn => ({
  role: "answer",
  key,
  heading,
  width: 14,
  look: "text",
  note,
  allows: yesNoList,
  refusal: sayYesNo,
  meaning: yesNo,
  show: showYesNo,
});

const bedNotes = {
  capacity:
    "How many beds of this type you have. Leave all four blank if you have none of this type and had none before.",
  occupied: "How many of them have someone living in them today.",
  reserved: "How many empty ones are promised to someone.",
  accepting: "How many empty ones you could offer today.",
} as const;

const bedColumns: WorkbookColumn[] = [
  ...bedFigures.map((name): WorkbookColumn => ({
    role: "answer",
    key: name,
    heading: capital(figureNames[name]),
    width: 14,
    look: "figure",
    note: bedNotes[name],
    allows: { from: 0, to: 9_999, whole: true },
    refusal: "Enter a whole number, like 12",
    meaning: (text) => figure(text, "whole"),
    show: showFigure,
  })),
  open("open", "Open to admissions", "Whether you take people into beds of this type. You can leave it blank."),
];

/** The field of a bed's figure that a column holds, for a row of this type. */
export const bedFieldOf = ({ key }: WorkbookColumn, type: string): string => bedField(type, key as "open");

/** The name of a collection's sheet: "Care home". */
const sectionName = (collection: Collection): string =>
  collections[collection].label.replace(/ (?:return|update)$/, "");

/** What the heading of the last, hidden column says: of which form and month the sheet is. */
const markHeading = (month: Month, version: string): string => `Do not change (${month} ${version})`;

/** The sheets of one collection in a month: its answers, and its beds where it counts any. */
export function sectionsOf(
  collection: Collection,
  month: Month,
  seasons: readonly Season[] | undefined,
  bedTypes: readonly BedType[],
  versionOf: (key: string, columns: readonly string[]) => string,
): WorkbookSheet[] {
  const name = sectionName(collection);
  const from = fact("from", "Figures from", 20, "The month of the figures that are filled in, the last that we have.");
  const answers = questionsAsked(collection, month, seasons).map((question) => questionColumn(collection, question));
  const home = open(homeOpenField, "Home open to admissions", "Whether the home takes people at present.");
  const whole = (
    key: string,
    name: string,
    beds: readonly BedType[] | null,
    columns: WorkbookColumn[],
  ): WorkbookSheet => {
    const version = versionOf(
      key,
      columns.map(({ role, key }) => `${role} ${key}`),
    );
    const mark = fact("mark", markHeading(month, version), 10, "How we know this row again. Do not change it.", true);
    return { key, collection, name, beds, columns: [...columns, mark] };
  };
  const own = [...ids, from, ...acting(collection), ...(bedTypes.length > 0 ? [home] : []), ...answers];
  const sections = [whole(collection, name, null, own)];
  if (bedTypes.length === 0) return sections;
  const types = bedTypes.map(({ label, definition }) => (definition ? `${label}: ${definition}` : label));
  const bed = fact("bed", "Bed type", 34, types.join("\n"));
  return [...sections, whole(`${collection}.beds`, `${name} beds`, bedTypes, [...ids, bed, ...bedColumns])];
}

/** The version of a sheet, as the heading of its last column says. */
export const versionIn = ({ columns }: WorkbookSheet): string =>
  / (v[\w-]+)\)$/.exec(columns.find(({ role }) => role === "mark")?.heading ?? "")?.[1] ?? "";
