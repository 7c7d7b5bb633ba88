import { createHash } from "node:crypto";
import type { Problem } from "@/lib/outcome";
import {
  hasChoices,
  isQuestion,
  isSurveyKind,
  type SurveyKind,
  type SurveyPart,
  type SurveyQuestion,
} from "@/lib/surveys/parts";

/** A heading or a question as support types it. `choices` holds one on each line; `shownIf` is "p2=yes", or blank for always. */
export interface PartTyped {
  kind: string;
  title: string;
  text: string;
  label: string;
  short: string;
  hint: string;
  required: boolean;
  choices: string;
  shownIf: string;
}

/** How long each text of a survey may be. */
export const surveyLimits = { title: 120, intro: 2_000, label: 300, short: 60, hint: 1_000, choice: 120 } as const;

const mostChoices = 40;
const leastChoices = 2;

const line = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
const lines = (text: string) => text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();

/** Changes whenever the part changes, so that a form can tell whether it still shows it as it is. */
export const fingerprint = (part: SurveyPart | undefined): string =>
  part
    ? createHash("sha256")
        .update(JSON.stringify(Object.entries(part).sort()))
        .digest("hex")
        .slice(0, 12)
    : "";

/**
 * Reads and checks one part of a survey: every problem at once. `before` is what it was: choices keep the keys that they
 * had, so that answers to an earlier version stay comparable.
 */
export function readPart(
  typed: PartTyped,
  key: string,
  before: SurveyPart | undefined,
): { part: SurveyPart; problems: Problem[] } {
  if (typed.kind === "section") {
    const part = { key, kind: "section", title: line(typed.title), text: lines(typed.text) } as const;
    const problems = [
      ...lengthProblems("title", "The heading", part.title, surveyLimits.title, "Enter a heading"),
      ...lengthProblems("text", "The text", part.text, surveyLimits.hint),
    ];
    return { part, problems };
  }
  const kind: SurveyKind = isSurveyKind(typed.kind) ? typed.kind : "text";
  const part: SurveyQuestion = {
    key,
    kind,
    label: line(typed.label),
    short: line(typed.short),
    hint: lines(typed.hint),
    required: typed.required,
    choices: hasChoices(kind) ? choicesTyped(typed.choices, before) : [],
    shownIf: conditionTyped(typed.shownIf),
  };
  const problems: Problem[] = [
    ...(isSurveyKind(typed.kind) ? [] : [{ field: "kind", message: "Select what kind of answer it asks for" }]),
    ...lengthProblems("label", "The question", part.label, surveyLimits.label, "Enter the question"),
    ...lengthProblems(
      "short",
      "The short name",
      part.short,
      surveyLimits.short,
      "Enter a short name, such as Syringe drivers",
    ),
    ...lengthProblems("hint", "The help", part.hint, surveyLimits.hint),
    ...(hasChoices(kind) ? choiceProblems(part) : []),
  ];
  return { part, problems };
}

function conditionTyped(typed: string): SurveyQuestion["shownIf"] {
  const [, key, is] = /^([a-z]\d{1,4})=(\w{1,10})$/.exec(typed) ?? [];
  return key && is ? { key, is } : null;
}

function choicesTyped(typed: string, before: SurveyPart | undefined): SurveyQuestion["choices"] {
  const had = before && isQuestion(before) ? before.choices : [];
  let next = Math.max(0, ...had.map(({ key }) => Number(key.slice(1)))) + 1;
  return typed
    .split("\n")
    .map(line)
    .filter((label) => label !== "")
    .map((label) => had.find((choice) => choice.label === label) ?? { key: `c${next++}`, label });
}

function choiceProblems({ choices }: SurveyQuestion): Problem[] {
  const labels = choices.map(({ label }) => label.toLowerCase());
  const twice = choices.find(({ label }, at) => labels.indexOf(label.toLowerCase()) !== at);
  const long = choices.find(({ label }) => label.length > surveyLimits.choice);
  const say = (message: string): Problem[] => [{ field: "choices", message }];
  if (choices.length < leastChoices) return say("Enter at least 2 answers to choose from, one on each line");
  if (choices.length > mostChoices) return say(`Enter no more than ${mostChoices} answers to choose from`);
  if (twice) return say(`“${twice.label}” appears twice. Enter each answer once`);
  return long ? say(`Each answer must be ${surveyLimits.choice} characters or fewer`) : [];
}

/** What is wrong with a text: too long or, where `missing` is given, blank. */
export function lengthProblems(field: string, what: string, text: string, most: number, missing?: string): Problem[] {
  if (text === "" && missing !== undefined) return [{ field, message: missing }];
  const words = `${what} must be ${most.toLocaleString("en-GB")} characters or fewer`;
  return text.length > most ? [{ field, message: words }] : [];
}
