import { dayTyped } from "@/lib/london";
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

/** A date as typed, day first ("27 11 2026", "27/11/2026"), or as it is kept ("2026-11-27"). */
function readDate(typed: string | undefined): string | null | typeof unreadableAnswer {
  const parts = (typed ?? "").trim().split(/[\s/.-]+/);
  if (parts.every((part) => part === "")) return null;
  const [first = "", second = "", third = ""] = parts;
  if (parts.length !== 3) return unreadableAnswer;
  const day = first.length === 4 ? dayTyped(third, second, first) : dayTyped(first, second, third);
  return day === null || day < "1900-01-01" ? unreadableAnswer : day;
}

/** The choices by what may be typed for each: its key, or its label whatever its capitals. */
function choicesTyped({ choices = [] }: Question): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { key, label } of choices) keys.set(label.toLowerCase(), key).set(key, key);
  return keys;
}

/** Several choices, with a comma between their keys or a semicolon between their labels. */
function severalReader(question: Question): (typed: string | undefined) => Reading {
  const keys = choicesTyped(question);
  const order = [...new Set(keys.values())];
  return (typed) => {
    const text = (typed ?? "").trim().toLowerCase();
    if (text === "") return null;
    const parts = keys.has(text) ? [text] : text.split(text.includes(";") ? ";" : ",");
    const named = parts.map((part) => part.trim()).filter((part) => part !== "");
    const chosen = new Set(named.map((part) => keys.get(part)));
    if (chosen.has(undefined)) return unreadableAnswer;
    return order.filter((key) => chosen.has(key)).join(",") || null;
  };
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
    case "some":
      return severalReader(question);
    case "date":
      return readDate;
    case "choice":
    case "status": {
      const keys = choicesTyped(question);
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
  some: "Select",
  date: "Enter",
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
    case "date":
      return `${question.short} must be a real date, like 27 11 2026`;
    default:
      return askFor(question);
  }
}
