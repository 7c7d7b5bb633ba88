import type { Question, QuestionSet } from "@/lib/questions/question";
import { conditionInWords } from "@/lib/questions/shown";
import type { OpenSurvey } from "@/lib/surveys/open-surveys";
import type { Month } from "@/lib/london";
import type { SentSheet } from "@/lib/sheets/sent/sent-sheets";
import { questionColumn } from "./answer-columns";
import { headingIn } from "./cell-text";
import { idColumns, markColumn, sendingSame } from "./columns";
import { headingMarks } from "./find-sheets";
import type { RowProblem } from "./sent-return";
import type { SurveySheet, WorkbookColumn } from "./workbook-sheet";

const longestName = 31;
const of = "Survey – ";
const version = (survey: { id: number; version: number }) => `v1-survey-${survey.id}-${survey.version}`;

/** A sheet for each open survey: a row for each location that it asks, and a column for each question. */
export function surveySheets(surveys: readonly OpenSurvey[], month: Month): SurveySheet[] {
  const names = new Set<string>();
  return surveys.map((survey) => {
    const columns = [...idColumns, sendingSame];
    const taken = new Set(columns.map(({ heading }) => headingIn(heading)));
    for (const question of survey.set.questions) columns.push(columnOf(survey.set, question, taken));
    columns.push(markColumn(month, version(survey)));
    return { key: `survey.${survey.id}`, survey, name: nameOf(survey.title, names), beds: null, columns };
  });
}

function columnOf(set: QuestionSet, question: Question, taken: Set<string>): WorkbookColumn {
  const column = questionColumn(set, question);
  const { kind, mayBeBlank, shownIf } = question;
  const note = [
    !mayBeBlank && (shownIf ? "You must answer this if it is asked." : "You must answer this."),
    shownIf && `${conditionInWords(set.questions, shownIf)}. Otherwise we leave your answer out.`,
    column.note,
    kind === "some" && "Enter one or more of these, with a semicolon between them.",
    kind === "date" && "Enter a date, like 27/11/2026.",
  ];
  const required = mayBeBlank ? "" : " (required)";
  return {
    ...column,
    heading: unlike(taken, (nth) => `${column.heading}${nth}${required}`),
    width: kind === "text" || kind === "some" ? 40 : 18,
    note: note.filter(Boolean).join("\n"),
  };
}

/** The first of "Beds", "Beds 2", "Beds 3" … that is not taken yet. */
function unlike(taken: Set<string>, named: (nth: string) => string): string {
  for (let nth = 1; ; nth++) {
    const name = named(nth === 1 ? "" : ` ${nth}`);
    const compared = headingIn(name);
    if (taken.has(compared)) continue;
    taken.add(compared);
    return name;
  }
}

/** The name of a survey's sheet, without what spreadsheets allow in no name and not longer than they allow. */
const nameOf = (title: string, taken: Set<string>): string => {
  const allowed = title
    .replace(/[[\]:*?/\\'\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return unlike(taken, (nth) => (of + allowed).slice(0, longestName - nth.length).trim() + nth);
};

/**
 * What is said of the sheets of surveys that this person is not asked, or not any more. Of a survey that was never theirs
 * no more than of one that is closed.
 */
export function surveysGone(sent: readonly SentSheet[], sheets: readonly SurveySheet[], month: Month): RowProblem[] {
  return sent.flatMap(({ name, rows }) => {
    const [found] = headingMarks(rows);
    const [, id = "", number = ""] = /^v1-survey-(\d+)-(\d+)$/.exec(found?.version ?? "") ?? [];
    if (!found || found.month !== month || id === "") return [];
    const now = sheets.find(({ survey }) => String(survey.id) === id)?.survey;
    if (now && String(now.version) === number) return [];
    return [
      {
        sheet: name,
        line: found.line,
        code: now ? "survey.version" : "survey.gone",
        message: now
          ? `The questions of the survey “${now.title}” have changed since you downloaded this template, so we have read none of its answers. Download the new template and answer there`
          : "This survey is closed, or it is not one that you are asked, so we have read none of its answers. Delete this sheet",
      },
    ];
  });
}
