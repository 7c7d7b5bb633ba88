import type { JudgedReturn, PlacedProblem, Verdict } from "./judge";
import type { RowProblem } from "./sent-returns";

/** The same problem, or the same question to accept, wherever it stands in the file. */
export interface ProblemKind {
  code: string;
  /** As it is said of the first. */
  message: string;
  /** Whether it is said in the same words of each. */
  alike: boolean;
  warning: boolean;
  tick?: string;
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
  /** Rows of our sheets, and returns that were left as they are. */
  rows: number;
  untouched: number;
  counts: Record<Verdict, number>;
  /** Returns with warnings to accept, and those that can be filed as they are. */
  asking: number;
  kinds: ProblemKind[];
}

/** What a warning is of: the same for every return, though its code may name one. */
export const kindOf = (code: string): string => code.replace(/\.RET-[\w-]+$/, "");

/** As many places as are shown of one problem. */
const mostPlaces = 1_000;

/** Sums up what was judged: problems first, those in most rows before others. */
export function summaryOf(
  judged: readonly JudgedReturn[],
  strays: readonly RowProblem[],
  rows: number,
  untouched: number,
): Review {
  const counts: Review["counts"] = { new: 0, changed: 0, unchanged: 0, nil: 0, problems: 0 };
  const kinds = new Map<string, ProblemKind>();
  const add = (problem: PlacedProblem, location?: string, nth?: number) => {
    const { code, message, warning, tick, sheet, line, column, at } = problem;
    const kind = kinds.get(kindOf(code)) ?? {
      code: kindOf(code),
      message,
      alike: true,
      warning: warning ?? false,
      ...(tick && { tick }),
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
  judged.forEach(({ verdict, problems, location }, nth) => {
    counts[verdict]++;
    for (const problem of problems) add(problem, location, nth);
  });
  const sorted = [...kinds.values()].sort((a, b) => Number(a.warning) - Number(b.warning) || b.count - a.count);
  return { rows, untouched, counts, asking: judged.filter(asks).length, kinds: sorted };
}

/** Is there nothing wrong with a return but what its sender may accept? */
export const asks = ({ verdict, problems }: Pick<JudgedReturn, "verdict" | "problems">): boolean =>
  verdict !== "problems" && problems.some(({ warning }) => warning);
