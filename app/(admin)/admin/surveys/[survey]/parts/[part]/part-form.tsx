import {
  ActionForm,
  CheckboxField,
  HiddenField,
  RadiosField,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { type SurveyPart, type SurveyQuestion, type SurveySection, surveyKinds } from "@/lib/surveys/parts";
import { fingerprint, surveyLimits } from "@/lib/surveys/support/check-part";
import { conditionsBefore } from "@/lib/surveys/support/save-part";
import { keepSurveyPart } from "@/app/(admin)/admin/surveys/actions";

const Which = ({ survey, part }: { survey: number; part: SurveyPart | undefined }) => (
  <>
    <HiddenField name="survey" value={survey} />
    <HiddenField name="part" value={part?.key ?? ""} />
    <HiddenField name="looked" value={fingerprint(part)} />
  </>
);

/** A heading with text below it. */
export const SectionForm = ({ survey, part }: { survey: number; part: SurveySection | undefined }) => (
  <ActionForm action={keepSurveyPart} order={["title", "text"]}>
    <Which survey={survey} part={part} />
    <HiddenField name="kind" value="section" />
    <TextField name="title" label="Heading" value={part?.title} />
    <TextareaField name="text" label="Text below it" optional value={part?.text} rows={4} limit={surveyLimits.hint} />
    <SubmitButton pending="Saving…">Save</SubmitButton>
  </ActionForm>
);

/** A question: what it asks, of which kind, and when it is shown. */
export function QuestionForm(props: {
  survey: number;
  parts: readonly SurveyPart[];
  part: SurveyQuestion | undefined;
}) {
  const { survey, part, parts } = props;
  const conditions = conditionsBefore(parts, part?.key ?? "");
  const shownIf = part?.shownIf ? `${part.shownIf.key}=${part.shownIf.is}` : "";
  const broken = shownIf !== "" && !conditions.some(({ value }) => value === shownIf);
  return (
    <ActionForm action={keepSurveyPart} order={["label", "short", "hint", "kind", "choices", "required", "shownIf"]}>
      <Which survey={survey} part={part} />
      <TextField
        name="label"
        label="Question"
        hint="Such as How many syringe drivers do you have?"
        value={part?.label}
      />
      <TextField
        name="short"
        label="Short name"
        hint="For tables, downloads and messages, such as Syringe drivers"
        value={part?.short}
        width={20}
      />
      <TextareaField
        name="hint"
        label="Help"
        hint="Shown below the question. You can still reword this after publishing"
        optional
        value={part?.hint}
        rows={2}
        limit={surveyLimits.hint}
      />
      <RadiosField
        name="kind"
        label="What kind of answer does it ask for?"
        value={part?.kind}
        small
        choices={Object.entries(surveyKinds).map(([value, label]) => ({ value, label }))}
      />
      <TextareaField
        name="choices"
        label="Answers to choose from"
        hint="One on each line. Only if people choose from a list"
        optional
        value={part?.choices.map(({ label }) => label).join("\n")}
        rows={5}
      />
      <CheckboxField name="required" label="It must be answered" checked={part?.required ?? true} />
      {conditions.length > 0 || broken ? (
        <SelectField
          name="shownIf"
          label="When is it shown?"
          hint="After an answer to an earlier question, or always"
          value={shownIf}
          choices={[
            { value: "", label: "Always" },
            ...conditions.map(({ value, label }) => ({ value, label: `After: ${label}` })),
            ...(broken ? [{ value: shownIf, label: "After an answer that is no longer there, or comes later" }] : []),
          ]}
        />
      ) : (
        <p>To show this only after a certain answer, first add a question above it with answers to choose from.</p>
      )}
      <SubmitButton pending="Saving…">Save</SubmitButton>
    </ActionForm>
  );
}
