import type { z } from "zod";
import { formatNumber } from "@/lib/format";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { fieldInWords, inOurWords, notOurs } from "./field-in-words";

/** The text fields of a form by name, with a list where a name appears more than once. */
export type PostedText = Record<string, string | string[]>;

const mostFields = 3000;
const longest = 20_000;
const mostFiles = 5;

/** What someone typed into a form, without the fields that Next adds. */
export function postedText(form: FormData): PostedText {
  const typed: PostedText = Object.create(null) as PostedText;
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return typed;
}

/** The files of a form by the name of their field. Browsers send an empty file without a name where none was chosen. */
export const postedFiles = (form: FormData): ReadonlyMap<string, File> =>
  new Map(
    [...form]
      .flatMap(([name, value]) => (typeof value === "string" || value.size === 0 ? [] : [[name, value] as const]))
      .slice(0, mostFiles),
  );

/** Problems with the size of a form: a sentence beside each field that is too long. */
export function tooLongIn(typed: PostedText): Problem[] {
  const values = Object.entries(typed).flatMap(([field, value]) => [value].flat().map((each) => ({ field, each })));
  if (values.length > mostFields) return [{ message: "This form has too many answers. Send it in parts." }];
  return values
    .filter(({ each }) => each.length > longest)
    .map(({ field, each }) => ({
      field,
      message: `${fieldInWords(field)} must be ${formatNumber(longest)} characters or fewer. You have used ${formatNumber(each.length)}`,
    }));
}

/** What was typed, without passwords and codes, so that a page can show it again. */
export const withoutSecrets = (typed: PostedText): PostedText =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|(?<!post)code|token/i.test(name)));

/** Checks a form against its shape. Problems are in our own words, each sentence once, beside its field. */
export function readForm<S extends z.ZodType>(shape: S, typed: PostedText): Outcome<z.output<S>> {
  const read = shape.safeParse(typed, { error: inOurWords });
  if (read.success) return done(read.data);
  const problems = new Map<string, Problem>();
  for (const { path, message } of read.error.issues) {
    const [field] = path;
    const problem = { ...(message !== notOurs && typeof field === "string" && { field }), message };
    problems.set(JSON.stringify(problem), problem);
  }
  return refused(...problems.values());
}
