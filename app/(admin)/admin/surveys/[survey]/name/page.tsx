import { notFound } from "next/navigation";
import { Page } from "@/components/ui";
import { NameForm } from "@/app/(admin)/admin/surveys/name-form";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";

/** Changes the title of a survey and its introduction, until it is published. */
export default async function NameSurveyPage(props: { params: Promise<{ survey: string }> }) {
  const { survey } = await surveyAt(props.params);
  const { id, title, draft } = survey;
  if (draft?.number !== 1) notFound();
  return (
    <Page
      heading="Title and what it is for"
      caption={title}
      back={{ href: `/admin/surveys/${id}`, label: "The survey" }}
    >
      <NameForm survey={{ id, title, intro: draft.intro }} />
    </Page>
  );
}
