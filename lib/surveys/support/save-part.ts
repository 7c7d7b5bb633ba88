import type { User } from "@/lib/access/user";
import { done, type Outcome, refused } from "@/lib/outcome";
import { isQuestion, type SurveyPart } from "@/lib/surveys/parts";
import { fingerprint, type PartTyped, readPart } from "./check-part";
import { editDraft } from "./edit-draft";

/** Which part of which survey: "" is a new one. `looked` is the fingerprint of what the form showed. */
interface PartToSave {
  surveyId: number;
  part: string;
  looked: string;
  typed: PartTyped;
}

/**
 * Keeps a heading or a question of a survey's draft: a new one at the end, or a change of one. One whose kind changes
 * is another question from then on, with a key of its own. If a colleague has changed it meanwhile, asks before
 * replacing that.
 */
export function savePart(
  user: User,
  { surveyId, part: key, looked, typed }: PartToSave,
  now: Date,
): Promise<Outcome<null>> {
  return editDraft(user, surveyId, "changed a survey", now, ({ parts, next }) => {
    const before = parts.find((part) => part.key === key);
    if (key !== "" && !before)
      return refused({ message: "Someone removed this after you opened it. What you typed is still here to copy" });
    const same = before?.kind === typed.kind;
    const { part, problems } = readPart(typed, same ? key : `p${next}`, same ? before : undefined);
    const stands = fingerprint(before);
    if (stands !== looked)
      return {
        ...refused(...problems, {
          message: "A colleague changed this after you opened it. Save again to replace their changes with yours",
        }),
        now: { looked: stands },
      };
    if (problems.length > 0) return refused(...problems);
    return done(before ? parts.map((each) => (each === before ? part : each)) : [...parts, part]);
  });
}

/** Removes a heading or a question from a survey's draft. Publishing says if another question depends on it. */
export const removePart = (user: User, surveyId: number, key: string, now: Date): Promise<Outcome<null>> =>
  editDraft(user, surveyId, "changed a survey", now, ({ parts }) => done(parts.filter((part) => part.key !== key)));

/** Moves a heading or a question of a survey's draft one place up or down. */
export const movePart = (user: User, surveyId: number, key: string, by: -1 | 1, now: Date): Promise<Outcome<null>> =>
  editDraft(user, surveyId, "changed a survey", now, ({ parts }) => {
    const at = parts.findIndex((part) => part.key === key);
    const [one, other] = [parts[at], parts[at + by]];
    if (!one || !other) return done(parts);
    return done(parts.with(at, other).with(at + by, one));
  });

/** The answers of earlier questions that showing another may depend on, as a form offers them. */
export const conditionsBefore = (parts: readonly SurveyPart[], key: string): { value: string; label: string }[] => {
  const at = parts.findIndex((part) => part.key === key);
  return parts.slice(0, at === -1 ? parts.length : at).flatMap((part) => {
    if (!isQuestion(part)) return [];
    const answers = part.kind === "yesNo" ? yesAndNo : part.choices;
    return answers.map(({ key: is, label }) => ({ value: `${part.key}=${is}`, label: `${part.label} – ${label}` }));
  });
};

const yesAndNo = [
  { key: "yes", label: "Yes" },
  { key: "no", label: "No" },
];
