import type { ReactNode } from "react";
import { answerInWords } from "@/lib/questions/answer-words";
import type { Answer, Question } from "@/lib/questions/question";
import {
  CheckboxesField,
  DateField,
  NumberField,
  RadiosField,
  SelectField,
  StatusTag,
  TextareaField,
} from "@/components/ui";

/**
 * One question as its kind asks for it, under its own key as the field's name. `value` is the answer as a form holds it
 * (`typedFrom`); `last` is the answer given before, shown beside the box: "Last month: 12".
 */
export function QuestionField(props: {
  question: Question;
  value?: string | undefined;
  last?: Answer | undefined;
  lastLabel?: string | undefined;
  /** What is asked of those who answer yes, below it. */
  ifYes?: ReactNode | undefined;
  /** What support has said of this figure. */
  notes?: readonly string[] | undefined;
}) {
  const { question, value = "" } = props;
  const last = lastInWords(question, props.last, props.lastLabel);
  const field = {
    name: question.key,
    label: question.label,
    hint: props.notes ? <WithNotes hint={question.hint} notes={props.notes} /> : question.hint,
    labelSize: "s" as const,
    optional: question.mayBeBlank === "freely",
  };
  const hint = last ? (
    <>
      {question.hint} <span className="ct-last">{last}</span>
    </>
  ) : (
    question.hint
  );
  switch (question.kind) {
    case "count":
      return (
        <NumberField
          {...field}
          value={value}
          width={5}
          steppers
          of={question.short}
          suffix={question.unit}
          beside={last}
        />
      );
    case "hours":
    case "percent":
      return <NumberField {...field} value={value} width={5} decimal suffix={question.unit} beside={last} />;
    case "text":
      return <TextareaField {...field} hint={hint} value={value} rows={3} limit={1000} />;
    case "yesNo":
      return (
        <RadiosField
          {...field}
          hint={hint}
          value={value}
          inline={!props.ifYes}
          choices={[{ ...YES, reveals: props.ifYes }, NO]}
        />
      );
    case "some":
      return (
        <CheckboxesField
          {...field}
          hint={hint}
          values={value === "" ? [] : value.split(",")}
          choices={(question.choices ?? []).map(({ key, label, hint: about }) => ({ value: key, label, hint: about }))}
        />
      );
    case "date":
      return <DateField {...field} hint={hint} value={value} />;
    case "choice":
    case "status": {
      const choices = question.choices ?? [];
      if (choices.length > 8)
        return (
          <SelectField
            {...field}
            hint={hint}
            value={value}
            choices={choices.map(({ key, label }) => ({ value: key, label }))}
          />
        );
      return (
        <RadiosField
          {...field}
          hint={hint}
          value={value}
          choices={choices.map(({ key, label, hint: about, colour }) => ({
            value: key,
            label: colour ? <StatusTag status={colour}>{label}</StatusTag> : label,
            hint: about,
          }))}
        />
      );
    }
  }
}

function WithNotes({ hint, notes }: { hint: string | undefined; notes: readonly string[] }) {
  return (
    <>
      {hint}
      {notes.map((note) => (
        <strong key={note} className="block">
          {note}
        </strong>
      ))}
    </>
  );
}

const YES = { value: "yes", label: "Yes" };
const NO = { value: "no", label: "No" };

function lastInWords(question: Question, last: Answer | undefined, label = "Last month") {
  return last === null || last === undefined ? undefined : `${label}: ${answerInWords(question, last)}`;
}
