import { bedField, bedFigures } from "@/lib/questions/beds";
import { figureNames } from "@/lib/questions/differences";
import type { Choice, Question } from "@/lib/questions/question";
import { largestAnswers, readerOf, readFigure, readYesNo, unreadableAnswer, whatToType } from "@/lib/questions/read";
import { setOf, type WhichSet } from "@/lib/questions/sets";
import type { TemplateCell, TemplateColumn } from "@/lib/sheets/template/sheets";
import { textIn } from "./cell-text";
import type { WorkbookColumn } from "./workbook-sheet";

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
export function questionColumn(which: WhichSet, question: Question): WorkbookColumn {
  const { key, short, label, hint, unit, kind, choices = [], season, mayBeBlank } = question;
  const section = setOf(which).sections.find(({ key }) => key === question.section);
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
    ...(kind === "date" && { date: true }),
    ...allowedBy(question),
    meaning: (text) => {
      if (kind === "count" || kind === "hours" || kind === "percent")
        return figure(text, kind === "count" ? "whole" : "decimal");
      if (kind === "yesNo") return yesNo(text);
      const meant = read(textIn(text));
      return meant === unreadableAnswer ? text.trim() : String(meant ?? "");
    },
    show:
      kind === "count" || kind === "hours" || kind === "percent"
        ? showFigure
        : kind === "yesNo"
          ? showYesNo
          : kind === "some"
            ? (typed) => showSeveral(choices, typed)
            : kind === "date"
              ? showDate
              : (typed) => choices.find(({ key }) => key === typed)?.label ?? (typed || null),
  };
}

/** Several choices by their labels with a semicolon between; by their keys where a label has a semicolon itself. */
function showSeveral(choices: readonly Choice[], typed: string): TemplateCell {
  const chosen = typed.split(",").map((key) => choices.find((choice) => choice.key === key)?.label);
  const labels = chosen.filter((label) => label !== undefined);
  if (labels.length !== chosen.length || (labels.length > 1 && labels.some((label) => label.includes(";"))))
    return typed || null;
  return labels.join("; ");
}

/** "27/11/2026" of "2026-11-27". */
const showDate = (typed: string): TemplateCell => typed.split("-").reverse().join("/") || null;

function allowedBy({ kind, choices = [] }: Question): Pick<TemplateColumn, "allows"> {
  if (kind === "text" || kind === "some" || kind === "date") return {};
  if (kind === "yesNo") return { allows: yesNoList };
  if (kind === "choice" || kind === "status") return { allows: { list: choices.map(({ label }) => label) } };
  return { allows: { from: 0, to: largestAnswers[kind], whole: kind === "count" } };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A column that asks for yes or no. */
export const yesNoColumn = (key: string, heading: string, note: string): WorkbookColumn => ({
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

/** The columns of a row of beds. */
export const bedColumns: WorkbookColumn[] = [
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
  yesNoColumn("open", "Open to admissions", "Whether you take people into beds of this type. You can leave it blank."),
];

/** The field of a bed's figure that a column holds, for a row of this type. */
export const bedFieldOf = ({ key }: WorkbookColumn, type: string): string => bedField(type, key as "open");
