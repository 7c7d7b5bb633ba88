import { ActionForm, HiddenField, SubmitButton, TextareaField, TextField } from "@/components/ui";
import { surveyLimits } from "@/lib/surveys/support/check-part";
import { beginSurvey, renameSurvey } from "./actions";

/** The title of a survey and its introduction: for a new one, or for one whose first version is a draft. */
export const NameForm = ({ survey }: { survey?: { id: number; title: string; intro: string } }) => (
  <ActionForm action={survey ? renameSurvey : beginSurvey} order={["title", "intro"]}>
    {survey && <HiddenField name="survey" value={survey.id} />}
    <TextField name="title" label="Title" hint="Such as Syringe drivers" value={survey?.title} />
    <TextareaField
      name="intro"
      label="What it is for"
      hint="Providers see this above the questions: why you are asking, and what will happen to the answers"
      optional
      value={survey?.intro}
      rows={5}
      limit={surveyLimits.intro}
    />
    <SubmitButton pending="Saving…">{survey ? "Save" : "Save and add questions"}</SubmitButton>
  </ActionForm>
);
