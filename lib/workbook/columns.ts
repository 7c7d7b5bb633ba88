import { questionsAsked } from "@/lib/questions/asked";
import { type BedType, homeOpenField } from "@/lib/questions/beds";
import { type Collection, collections, isMandated } from "@/lib/questions/collections";
import { nilReasons } from "@/lib/questions/nil-reasons";
import type { Month } from "@/lib/london";
import type { Season } from "@/lib/questions/seasons";
import { bedColumns, questionColumn, yesNoColumn } from "./answer-columns";
import type { ColumnRole, WorkbookColumn, WorkbookSheet } from "./workbook-sheet";

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

/** The columns that say which location a row is of. */
export const idColumns: readonly WorkbookColumn[] = [
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

/** The action of a survey's row. */
export const sendingSame: WorkbookColumn = {
  role: "action",
  key: "action",
  heading: "Action",
  width: 10,
  look: "text",
  note: "Leave it blank to send the row if you change an answer in it. Enter “same” to send the answers as they are. A row that you leave as it is sends nothing.",
  allows: { list: ["same"] },
  refusal: "Enter same, or leave it blank",
};

/** The name of a collection's sheet: "Care home". */
const sectionName = (collection: Collection): string =>
  collections[collection].label.replace(/ (?:return|update)$/, "");

/** What the heading of the last, hidden column says: of which form and month the sheet is. */
const markHeading = (month: Month, version: string): string => `Do not change (${month} ${version})`;

/** The last, hidden column, whose cells prove the ids of their rows. */
export const markColumn = (month: Month, version: string): WorkbookColumn =>
  fact("mark", markHeading(month, version), 10, "How we recognise this row. Do not change it.", true);

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
  const home = yesNoColumn(
    homeOpenField,
    "Home open to admissions",
    "Whether the home is taking people at the moment.",
  );
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
    return { key, collection, name, beds, columns: [...columns, markColumn(month, version)] };
  };
  const own = [...idColumns, from, ...acting(collection), ...(bedTypes.length > 0 ? [home] : []), ...answers];
  const sections = [whole(collection, name, null, own)];
  if (bedTypes.length === 0) return sections;
  const types = bedTypes.map(({ label, definition }) => (definition ? `${label}: ${definition}` : label));
  const bed = fact("bed", "Bed type", 34, types.join("\n"));
  return [...sections, whole(`${collection}.beds`, `${name} beds`, bedTypes, [...idColumns, bed, ...bedColumns])];
}

/** The version of a sheet, as the heading of its last column says. */
export const versionIn = ({ columns }: Pick<WorkbookSheet, "columns">): string =>
  / (v[\w-]+)\)$/.exec(columns.find(({ role }) => role === "mark")?.heading ?? "")?.[1] ?? "";
