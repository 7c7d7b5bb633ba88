import type { Problem } from "@/lib/outcome";
import { answerInWords } from "@/lib/questions/answer-words";
import { type Difference, differences } from "@/lib/questions/differences";
import type { Answers, QuestionSet } from "@/lib/questions/question";
import { changedMeanwhile } from "@/lib/records/edit-record";
import { checkAnswers } from "@/lib/surveys/check-answers";
import { actionProblems, filesNothing, placedInFile, type PlacedProblem, type Verdict } from "./judge";
import type { SentAnswers } from "./sent-return";

/** What is sent, as the command of the form takes it. */
export interface AnswersInWorkbook {
  typed: Record<string, string>;
  version: number;
  /** The revision of the answers that the review shows as they were. */
  looked: number;
}

export interface JudgedAnswers {
  locationId: number;
  location: string;
  surveyId: number;
  verdict: Verdict;
  said: AnswersInWorkbook;
  problems: PlacedProblem[];
  differences: Difference[];
}

/**
 * Judges what a row answers to a survey, with the check of the survey's form. Null for a row that was left as it is: it
 * sends nothing.
 */
export function judgeAnswers(sent: SentAnswers, location: string): JudgedAnswers | null {
  const { survey, locationId, typed, looked } = sent;
  const place = survey.places.get(locationId);
  if (!place || filesNothing(sent)) return null;
  const { answers, problems: found, dropped } = checkAnswers(survey.set, typed);
  const unread = sent.problems.filter(({ field = "" }) => !dropped.includes(field));
  const { at, by, revision } = place;
  const meanwhile: Problem[] =
    at !== null && by !== null && String(revision) !== looked
      ? [changedMeanwhile({ at, by }, { href: `/providers/${locationId}/surveys/${survey.id}` })]
      : [];
  const problems: PlacedProblem[] = [
    ...actionProblems(sent, sent.changed, ["same"]),
    ...unread,
    ...found
      .filter(({ field }) => !unread.some((one) => one.field === field))
      .map((problem) => placedInFile(problem, sent)),
    ...meanwhile.map((problem) => placedInFile(problem, sent)),
  ];
  return {
    ...{ locationId, location, surveyId: survey.id, problems },
    said: { typed, version: survey.version, looked: revision },
    verdict: problems.some(({ warning }) => !warning)
      ? "problems"
      : revision === 0
        ? "new"
        : sent.action === "same"
          ? "unchanged"
          : "changed",
    differences: [
      ...differences(survey.set, { answers: place.answers }, { answers }).filter(({ key }) => !dropped.includes(key)),
      ...leftOut(survey.set, place.answers, dropped),
    ],
  };
}

/** That what was entered for a question is not kept, because other answers mean that it is not asked. */
const leftOut = ({ questions }: QuestionSet, before: Answers, dropped: readonly string[]): Difference[] =>
  questions
    .filter(({ key }) => dropped.includes(key))
    .map((question) => ({
      ...{ key: question.key, label: question.short, before: answerInWords(question, before[question.key]) },
      ...{ after: "Left out", note: "Your other answers mean you do not need to answer it" },
    }));
