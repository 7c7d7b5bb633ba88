import type { ReactNode } from "react";
import type { Answers, Question, Section } from "@/lib/questions/question";
import { conditionInWords } from "@/lib/questions/shown";
import { AskedOnlyIf } from "./asked-only-if";
import { QuestionField } from "./question-field";

/**
 * All questions of a return under their sections' headings, in page order; sections with nothing to ask are left out.
 * `values` are the answers as the form holds them, `last` those given before, `notes` what support has said of a figure. `before` puts something under a section's
 * heading, such as the beds.
 */
export function QuestionSections(props: {
  sections: readonly Section[];
  questions: readonly Question[];
  values?: Readonly<Record<string, string>> | undefined;
  last?: Answers | undefined;
  lastLabel?: string | undefined;
  notes?: Readonly<Record<string, readonly string[]>> | undefined;
  before?: Readonly<Record<string, ReactNode>> | undefined;
}) {
  const field = (question: Question, beside: readonly Question[]): ReactNode => {
    const after = beside.filter(({ onlyIf }) => onlyIf === question.key);
    const { shownIf } = question;
    const drawn = (
      <QuestionField
        key={question.key}
        question={question}
        value={props.values?.[question.key]}
        last={props.last?.[question.key]}
        lastLabel={props.lastLabel}
        notes={props.notes?.[question.key]}
        ifYes={after.length > 0 ? after.map((each) => field(each, beside)) : undefined}
      />
    );
    if (!shownIf) return drawn;
    return (
      <AskedOnlyIf key={question.key} condition={shownIf} says={conditionInWords(props.questions, shownIf)}>
        {drawn}
      </AskedOnlyIf>
    );
  };
  return props.sections.map((section) => {
    const questions = props.questions.filter((question) => question.section === section.key);
    const before = props.before?.[section.key];
    if (questions.length === 0 && !before) return null;
    return (
      <section className="ct-section" key={section.key} aria-labelledby={`section-${section.key}`}>
        <h2 className="nhsuk-heading-m" id={`section-${section.key}`}>
          {section.title}
        </h2>
        {section.hint && <p>{section.hint}</p>}
        {before}
        {questions.filter(({ onlyIf }) => !isAmong(questions, onlyIf)).map((question) => field(question, questions))}
      </section>
    );
  });
}

const isAmong = (questions: readonly Question[], sought: string | undefined) =>
  questions.some(({ key }) => key === sought);
