import type { BedFigure } from "@/lib/questions/beds";
import type { Context } from "@/lib/questions/figures";
import type { Answer } from "@/lib/questions/question";

/** A return as far as it could be read. `totals` is null if beds are not counted or could not be read. */
export interface RuleFacts {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly totals: Readonly<Record<BedFigure, number>> | null;
  /** Questions whose answer was typed but could not be read; their answer is null without being blank. */
  readonly unread: { has(key: string): boolean };
  readonly context: Context;
}

/**
 * Something that must hold between the figures of a return. `broken` is the sentence to say when it does not, and null
 * when it does or cannot be judged because a figure is missing: the missing figure has a problem of its own.
 */
export interface Rule {
  /** Never changes once shipped: what people accepted is kept under it. */
  readonly code: string;
  /** What must hold, as it is named in a list of checks: "Nurses absent: no more than the nurses you employ". */
  readonly name: string;
  /** Why it is asked, with an example, for people who cannot see what is wrong. */
  readonly help: string;
  /** Is about an answer that is missing, so there is no figure that could be right in spite of it. */
  readonly missing?: true;
  /** The field to show it beside; "beds" for the occupied beds of the first type. */
  readonly field: string;
  /** A soft rule asks and can be accepted; a hard one refuses. */
  readonly soft?: true;
  /** Questions that must be asked for the rule to apply; "beds" for the home's beds. */
  readonly needs: readonly string[];
  /** The collections it is for; absent, all that ask what it needs. */
  readonly only?: readonly string[];
  /** `own` is the answer in the field it is shown beside, which most rules judge: it costs them no search. */
  readonly broken: (facts: RuleFacts, own: Answer) => string | null;
}

export type FigureOf = (facts: RuleFacts) => number | null;

/** Looks up a figure: a question's key, or "beds.occupied" and its like for the home's total. */
export function figureOf(key: string): FigureOf {
  if (key.startsWith("beds.")) {
    const figure = key.slice("beds.".length) as BedFigure;
    return ({ totals }) => (totals === null ? null : totals[figure]);
  }
  return ({ answers }) => {
    const answer = answers[key];
    return typeof answer === "number" ? answer : null;
  };
}

/** The sum of several figures, or null if one of them is missing. */
export function sumOf(keys: readonly string[]): FigureOf {
  const figures = keys.map(figureOf);
  return (facts) => {
    let sum = 0;
    for (const figureIn of figures) {
      const figure = figureIn(facts);
      if (figure === null) return null;
      sum += figure;
    }
    return sum;
  };
}
