import type { FormAnswer, Problem } from "@/lib/outcome";

/** A server action that an `ActionForm` can post to, with or without JavaScript. */
export type FormAction = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;

/** The answer before anything was asked. */
export const unanswered: FormAnswer = { problems: [], typed: {} };

/** The id of the control for a form field, which the error summary links to. */
export const fieldId = (name: string) => `field-${name}`;

/** The fields of a form that must be put right, first mention of each, warnings left out. */
export const errorsOf = (problems: Problem[]) => problems.filter((problem) => !problem.warning);

/** The warnings a person may accept. */
export const warningsOf = (problems: Problem[]) => problems.filter((problem) => problem.warning);
