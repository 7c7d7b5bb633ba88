import { QuestionSections } from "@/components/questions";
import { AcceptWarnings, ActionForm, HiddenField, LeaveWarning, SubmitButton } from "@/components/ui";
import { typedFrom } from "@/lib/questions/typed";
import type { SurveyForm } from "@/lib/surveys/queries";
import { sendSurveyAnswers } from "@/app/(dashboard)/providers/[location]/surveys/actions";

/** The questions of a survey, drawn as those of a return are, with what was sent before in their boxes. */
export function AnswerForm({ form: { place, survey, set, version, sent } }: { form: SurveyForm }) {
  const standing = sent?.version === version;
  return (
    <ActionForm action={sendSurveyAnswers} autoComplete="off" order={set.questions.map(({ key }) => key)}>
      <HiddenField name="location" value={place.id} />
      <HiddenField name="survey" value={survey.id} />
      <HiddenField name="version" value={version} />
      <HiddenField name="looked" value={standing ? sent.revision : 0} />
      <LeaveWarning says="We keep nothing until you send your answers. You can change them afterwards." />
      <QuestionSections
        sections={set.sections}
        questions={set.questions}
        values={sent ? typedFrom(sent.answers) : undefined}
      />
      <AcceptWarnings />
      <SubmitButton pending="Sending…">{standing ? "Send the changed answers" : "Send the answers"}</SubmitButton>
    </ActionForm>
  );
}
