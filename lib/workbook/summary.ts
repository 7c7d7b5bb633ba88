import type { Collection } from "@/lib/questions/collections";
import type { JudgedReturn, PlacedProblem, Verdict } from "./judge";
import type { JudgedAnswers } from "./judge-answers";
import type { RowProblem } from "./sent-return";

/** What a workbook says of a location, judged: a return, or its answers to a survey. */
export type Judged = JudgedReturn | JudgedAnswers;

/** The same problem or warning, wherever it is in the file. */
export interface ProblemKind {
  code: string;
  /** The sentence for the first of them. */
  message: string;
  /** Whether the sentence is the same for all of them. */
  alike: boolean;
  warning: boolean;
  tick?: string;
  /** Why the check asks, with an example. */
  help?: string;
  count: number;
  /** The first of them, for people to find: sheet, row, column and location. */
  at: {
    sheet: string;
    line: number;
    column?: string;
    at?: number;
    location?: string;
    nth?: number;
    message?: string;
  }[];
}

/** A workbook as its sender reviews it. */
export interface Review {
  /** Rows of our sheets, and returns and answers that were left as they are. */
  rows: number;
  untouched: number;
  counts: Record<Verdict, number>;
  /** How many of those that can be filed are answers to a survey; a review from before there were any has none. */
  surveys?: number;
  /** Returns with warnings to accept, and those that can be filed as they are. */
  asking: number;
  kinds: ProblemKind[];
}

/** The kind of a problem: its code without the return that the code may name. */
export const kindOf = (code: string): string => code.replace(/\.RET-[\w-]+$/, "");

/** The most places that we show for one problem. */
const mostPlaces = 1_000;

/** Sums up what was judged: problems before warnings, and those in the most rows first. `helpWith` explains a check. */
export function summaryOf(
  judged: readonly Judged[],
  strays: readonly RowProblem[],
  rows: number,
  untouched: number,
  helpWith: (collection: Collection, code: string) => string | null,
): Review {
  const counts: Review["counts"] = { new: 0, changed: 0, unchanged: 0, nil: 0, problems: 0 };
  const kinds = new Map<string, ProblemKind>();
  const add = (problem: PlacedProblem, of?: Judged, nth?: number) => {
    const { code, message, warning, tick, sheet, line, column, at } = problem;
    const location = of?.location;
    const help = of && "collection" in of && !kinds.has(kindOf(code)) ? helpWith(of.collection, code) : null;
    const kind = kinds.get(kindOf(code)) ?? {
      code: kindOf(code),
      message,
      alike: true,
      warning: warning ?? false,
      ...(tick && { tick }),
      ...(help !== null && { help }),
      count: 0,
      at: [],
    };
    kind.alike &&= kind.message === message;
    kind.count++;
    if (kind.at.length < mostPlaces)
      kind.at.push({
        sheet,
        line,
        ...(column && { column }),
        ...(at && { at }),
        ...(location && { location }),
        ...(nth !== undefined && { nth }),
        ...(kind.message !== message && { message }),
      });
    kinds.set(kind.code, kind);
  };
  for (const stray of strays) add(stray);
  judged.forEach((one, nth) => {
    counts[one.verdict]++;
    for (const problem of one.problems) add(problem, one, nth);
  });
  const sorted = [...kinds.values()].sort((a, b) => Number(a.warning) - Number(b.warning) || b.count - a.count);
  const surveys = judged.filter((one) => "surveyId" in one && one.verdict !== "problems").length;
  return { rows, untouched, counts, surveys, asking: judged.filter(asks).length, kinds: sorted };
}

/** What of a reviewed workbook can be filed: returns, and answers to surveys. */
export function canBeFiled({ counts, surveys = 0 }: Pick<Review, "counts" | "surveys">) {
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0) - counts.problems;
  return { returns: all - surveys, surveys };
}

/** Does a return have warnings for its sender to accept, and nothing else wrong with it? */
export const asks = ({ verdict, problems }: Pick<Judged, "verdict" | "problems">): boolean =>
  verdict !== "problems" && problems.some(({ warning }) => warning);
