/**
 * Something about a return that a person can put right.
 *
 * `field` is the name of the form's input, `message` a sentence to show beside it. A warning asks instead of refusing:
 * it goes away once its `code` is accepted.
 */
export interface AnswerProblem {
  field: string;
  message: string;
  code: string;
  warning?: true;
}

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** A figure as it is written in a sentence: 1204 is "1,204". */
export const spoken = (figure: number): string =>
  Number.isInteger(figure) && figure >= 0 && figure < 1000 ? String(figure) : number.format(figure);
