import type { z } from "zod";
import { formatNumber, inSentence } from "@/lib/format";
import { questionSets } from "@/lib/questions/sets";

/** What a page calls a field where its name alone would not say so. */
const names: Readonly<Record<string, string>> = {
  agreed: "Your agreement",
  altcha: "The robot check",
  answer: "The answer",
  area: "The area",
  because: "The reason",
  code: "The code",
  declare: "Your agreement",
  do: "The button",
  email: "The email address",
  findsCapacity: "Searching for free beds",
  fullName: "The full name",
  jobTitle: "The job title",
  kind: "The provider type",
  label: "The name",
  last_day: "The last day",
  level: "The user type",
  locations: "The locations",
  newPassword: "The new password",
  newPasswordAgain: "The new password again",
  note: "The note",
  on: "The button",
  onBehalfOf: "Your name",
  organisation: "The organisation name",
  password: "The password",
  postcode: "The postcode",
  reason: "The reason",
  remember: "Keeping you signed in",
  result: "What they said",
  row: "The record number",
  search: "What you search for",
  telephone: "The contact number",
  terms: "Your agreement to the terms",
  until: "The last day or window",
  from: "The first day or window",
  why: "Why you need access",
};

const shortOf = new Map<string, string>(
  Object.values(questionSets).flatMap(({ questions }) => questions.map(({ key, short }) => [key, short] as const)),
);

/** A field as a sentence begins with it: "The job title", "Registered nurses employed", "Last day". */
export function fieldInWords(field: string): string {
  const [first = ""] = field.split(".");
  const known = names[field] ?? shortOf.get(field) ?? names[first];
  if (known) return known;
  if (first === "beds") return "This number of beds";
  const words = field
    .replaceAll(/[._-]+/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.trim() === "" ? "This answer" : (words[0]?.toUpperCase() ?? "") + words.slice(1);
}

/** For hidden fields, which no one types: opening the page again is the only way to correct them. */
export const notOurs = "Part of this form is missing or is not ours. Open the page again, then send it";

/**
 * The sentence for a value that a form's shape refuses, where the shape has no sentence of its own. Used whenever a
 * form is read, so that no one sees the library's own wording.
 */
export const inOurWords: z.core.$ZodErrorMap = (issue) => {
  const field = (issue.path ?? []).filter((part) => typeof part === "string").join(".");
  const name = fieldInWords(field);
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string"
        ? `${name} must be ${formatNumber(Number(issue.maximum))} characters or fewer`
        : issue.origin === "array"
          ? `${name}: choose no more than ${formatNumber(Number(issue.maximum))}`
          : notOurs;
    case "too_small":
      return issue.origin === "string"
        ? `Enter ${inSentence(name)}`
        : issue.origin === "array"
          ? `${name}: choose at least one`
          : notOurs;
    case "invalid_value":
      return `${name}: choose one of the answers`;
    case "invalid_type":
      if (issue.expected === "number") return notOurs;
      if (Array.isArray(issue.input)) return `${name}: give one answer, not several`;
      return issue.expected === "string" ? `Enter ${inSentence(name)}` : `${name}: choose one of the answers`;
    default:
      return notOurs;
  }
};
