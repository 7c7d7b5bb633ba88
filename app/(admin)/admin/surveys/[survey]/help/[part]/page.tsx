import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { introOf, isQuestion } from "@/lib/surveys/parts";
import { surveyLimits } from "@/lib/surveys/support/check-part";
import { wordSurveyHelp } from "@/app/(admin)/admin/surveys/actions";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";
import { helpOf } from "@/app/(admin)/admin/surveys/[survey]/published";

/** Changes the help text of one part of a published survey. The question itself stays as it was asked. */
export default async function SurveyHelpPage(props: { params: Promise<{ survey: string; part: string }> }) {
  const { survey } = await surveyAt(props.params);
  const { part: key } = await props.params;
  const { id, title, live } = survey;
  const part = live?.parts.find((each) => each.key === key);
  if (!live || (!part && key !== "intro")) notFound();
  const name = part ? (isQuestion(part) ? part.label : part.title) : "What it is for";
  return (
    <Page
      heading="Change the help text"
      caption={title}
      back={{ href: `/admin/surveys/${id}`, label: "The survey" }}
      summary="Providers see this at once. Use it to make clear what a question means, not to ask something else."
    >
      <ActionForm action={wordSurveyHelp}>
        <HiddenField name="survey" value={id} />
        <HiddenField name="part" value={key} />
        <TextareaField
          name="text"
          label={name}
          value={part ? helpOf(live, part) : introOf(live)}
          rows={5}
          limit={surveyLimits.hint}
        />
        <SubmitButton pending="Saving…">Save</SubmitButton>
      </ActionForm>
    </Page>
  );
}
