/**
 * Something a person can put right, in words they can act on.
 * `field` is the name of the input it belongs to; a `warning` is accepted with a tick and, under its `code`, a reason.
 */
export interface Problem {
  field?: string;
  message: string;
  warning?: true;
  code?: string;
  /**
   * What the tick says if a warning does not ask whether an answer is right, such as "Replace their figures with mine".
   */
  tick?: string;
  /** The way on, where there is another than a tick: what a colleague filed, the form with their figures. */
  link?: { href: string; label: string };
}

/** What a command came to: a value, or every problem at once. */
export type Outcome<T> =
  | { ok: true; value: T }
  /** `now`: hidden fields of the form that hold another value from here on, such as the version of a saved draft. */
  | { ok: false; problems: Problem[]; now?: Readonly<Record<string, string>> };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refused = (...problems: Problem[]): Outcome<never> => ({ ok: false, problems });

/** A refusal beside one field. */
export const refusedAt = (field: string, message: string): Outcome<never> => refused({ field, message });

/** The field in which a form asks for the password again. Its name says password, so that it is never sent back. */
export const proofField = "provePassword";

/** The field in which a form says whose it is. */
export const ownerField = "formOwner";

/** The field in which a form says in what order its fields stand on the page. */
export const orderField = "formOrder";

/** Problems as their fields stand on the page: first what belongs to no field, last what the page does not name. */
export function inPageOrder(problems: readonly Problem[], order: readonly string[]): Problem[] {
  const place = ({ field }: Problem) => {
    const at = field === undefined ? -1 : order.indexOf(field);
    return at === -1 && field !== undefined ? order.length : at;
  };
  return [...problems].sort((one, other) => place(one) - place(other));
}

/** The code of a problem that asks whether the email address is right: sent again as it is, the form says `meant`. */
export const oddAddressCode = "odd-address";

/** What an action says back to its form: what to put right, and what was typed so that nothing is lost. */
export interface FormAnswer {
  problems: Problem[];
  typed: Record<string, string | string[]>;
  at?: number;
}
