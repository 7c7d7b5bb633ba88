import type { Answer, Kind, Question } from "./question";

/** Typed, but not what the question asks for. Blank is not unreadable: blank is null. */
export const unreadableAnswer = Symbol("unreadable");
export type Reading = Answer | typeof unreadableAnswer;

const whole = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\p{Zs}\d{3})+)$/u;
const decimal = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\p{Zs}\d{3})+)(?:\.\d{1,2})?$/u;
const betweenThousands = /[,\p{Zs}]/gu;

/** The greatest figure that any home could mean, and that its column can hold. */
export const largestAnswers = { count: 999_999, hours: 9_999_999, percent: 100 } as const;

export const longestText = 1000;

/**
 * A figure as typed. Blanks around it and commas or blanks between thousands are welcome ("1,204", "4 000"); signs,
 * exponents, other digits and other bases are refused rather than guessed at. A whole number has no decimal point, other figures at most
 * two places.
 */
export function readFigure(
  typed: string | undefined,
  places: "whole" | "decimal",
): number | null | typeof unreadableAnswer {
  const text = typed === undefined ? "" : typed.trim();
  if (text === "") return null;
  if (!(places === "whole" ? whole : decimal).test(text)) return unreadableAnswer;
  return Number(text.replace(betweenThousands, ""));
}

/** Whether a number below nought was typed, with whichever sign. */
export const isBelowNought = (typed = ""): boolean => /^[-\u2010-\u2015\u2212]\s*[\d.]*[1-9]/.test(typed.trim());

/** "yes" or "no", as a form posts it or as a person types it into a workbook. */
export function readYesNo(typed: string | undefined): boolean | null | typeof unreadableAnswer {
  const text = (typed ?? "").trim().toLowerCase();
  return text === "" ? null : text === "yes" ? true : text === "no" ? false : unreadableAnswer;
}

function readText(typed: string | undefined): string | null {
  const text = (typed ?? "").replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
  return text === "" ? null : text;
}

/** How an answer to a question is read from what was typed. Made once a question. */
export function readerOf(question: Question): (typed: string | undefined) => Reading {
  switch (question.kind) {
    case "count":
      return (typed) => readFigure(typed, "whole");
    case "hours":
    case "percent":
      return (typed) => readFigure(typed, "decimal");
    case "yesNo":
      return readYesNo;
    case "text":
      return readText;
    case "choice":
    case "status": {
      const keys = new Map<string, string>();
      for (const { key, label } of question.choices ?? []) keys.set(label.toLowerCase(), key).set(key, key);
      return (typed) => {
        const text = (typed ?? "").trim().toLowerCase();
        return text === "" ? null : (keys.get(text) ?? unreadableAnswer);
      };
    }
  }
}

const asks: Record<Kind, "Enter" | "Select"> = {
  count: "Enter",
  hours: "Enter",
  percent: "Enter",
  text: "Enter",
  yesNo: "Select",
  choice: "Select",
  status: "Select",
};

/** What to say where an answer is missing: "Enter how many registered nurses you employ directly". */
export const askFor = ({ kind, enter }: Question): string => `${asks[kind]} ${enter}`;

/** What to say where something else was typed than was asked. */
export function whatToType(question: Question, typed?: string): string {
  if (isBelowNought(typed) && ["count", "hours", "percent"].includes(question.kind))
    return `${question.short} cannot be less than 0`;
  switch (question.kind) {
    case "count":
      return `${question.short} must be a whole number, like 12`;
    case "hours":
      return `${question.short} must be a number with no more than 2 decimal places, like 150 or 37.5`;
    case "percent":
      return `${question.short} must be a number from 0 to 100, like 5 or 2.5`;
    default:
      return askFor(question);
  }
}
