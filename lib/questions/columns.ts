import type { Kind } from "./question";
import { setOf, type WhichSet } from "./sets";

/** The database type of an answer by its kind of question. Every column is nullable. */
export const columnTypes = {
  count: "Int",
  hours: "Decimal(9,2)",
  percent: "Decimal(5,2)",
  yesNo: "Boolean",
  choice: "Text",
  status: "Text",
  some: "Text",
  date: "Text",
  text: "Text",
} as const satisfies Record<Kind, string>;

export interface AnswerColumn {
  readonly name: string;
  readonly type: (typeof columnTypes)[Kind];
  readonly retired: boolean;
}

/** The columns that hold a collection's answers, retired questions included. A column has its question's key as name. */
export const answerColumns = (which: WhichSet): AnswerColumn[] =>
  setOf(which).questions.map(({ key, kind, until }) => ({
    name: key,
    type: columnTypes[kind],
    retired: until !== undefined,
  }));
