import { z } from "zod";
import type { QuestionSet } from "@/lib/questions/question";

/** The kinds of question that a survey can have, and what they are called when one is built. */
export const surveyKinds = {
  text: "Text",
  count: "A whole number",
  yesNo: "Yes or no",
  choice: "One of several answers",
  some: "Any of several answers",
  date: "A date",
} as const;

export type SurveyKind = keyof typeof surveyKinds;

export const isSurveyKind = (text: string): text is SurveyKind => Object.hasOwn(surveyKinds, text);

/** Has answers to choose from, which support writes. */
export const hasChoices = (kind: SurveyKind): boolean => kind === "choice" || kind === "some";

const key = z.string().regex(/^[a-z]\d{1,4}$/);
const section = z.strictObject({ key, kind: z.literal("section"), title: z.string(), text: z.string() });
const question = z.strictObject({
  key,
  kind: z.enum(Object.keys(surveyKinds) as [SurveyKind, ...SurveyKind[]]),
  label: z.string(),
  short: z.string(),
  hint: z.string(),
  required: z.boolean(),
  choices: z.array(z.strictObject({ key, label: z.string() })),
  shownIf: z.strictObject({ key, is: z.string() }).nullable(),
});

/** A heading with what is said below it, and a question: what a survey is made of, in page order. */
export type SurveySection = z.output<typeof section>;
export type SurveyQuestion = z.output<typeof question>;
export type SurveyPart = SurveySection | SurveyQuestion;

const parts = z.array(z.discriminatedUnion("kind", [section, question]));
const helps = z.record(z.string(), z.string());

export const isQuestion = (part: SurveyPart): part is SurveyQuestion => part.kind !== "section";

/** What a version's row holds. */
export interface SurveyText {
  intro: string;
  parts: SurveyPart[];
  /** Reworded help, by the key of its part; "intro" for the introduction. */
  help: Record<string, string>;
}

/** A version of a survey as its row keeps it. Throws if it holds what no version of ours can. */
export const readSurveyText = (row: { intro: string; parts: unknown; help: unknown }): SurveyText => ({
  intro: row.intro,
  parts: parts.parse(row.parts),
  help: helps.parse(row.help),
});

/** The introduction of a survey: as it was published, or as it has been reworded since. */
export const introOf = ({ intro, help }: SurveyText): string => help.intro ?? intro;

const start = "start";

/** The questions as the engine of the returns takes them, in page order: drawn, read, checked and worded the same way. */
export function surveyQuestions({ parts: all, help }: SurveyText): QuestionSet {
  const sections = [{ key: start, title: "Your answers" }] as { key: string; title: string; hint?: string }[];
  const questions: QuestionSet["questions"][number][] = [];
  for (const part of all) {
    const hint = help[part.key] ?? (isQuestion(part) ? part.hint : part.text);
    if (!isQuestion(part)) {
      sections.push({ key: part.key, title: part.title, ...(hint && { hint }) });
      continue;
    }
    const { key: name, kind, label, short, required, choices, shownIf } = part;
    questions.push({
      key: name,
      kind,
      label,
      short,
      enter: `your answer to “${label}”`,
      section: sections.at(-1)?.key ?? start,
      ...(hint && { hint }),
      ...(!required && { mayBeBlank: "freely" as const }),
      ...(hasChoices(kind) && { choices }),
      ...(shownIf && { shownIf }),
    });
  }
  return { key: "survey", sections, questions };
}
