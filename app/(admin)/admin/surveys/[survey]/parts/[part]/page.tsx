import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";
import { QuestionForm, SectionForm } from "./part-form";

/** Adds a question or a heading to a survey's draft, or changes one. */
export default async function SurveyPartPage(props: { params: Promise<{ survey: string; part: string }> }) {
  const { survey } = await surveyAt(props.params);
  const { part: key } = await props.params;
  const parts = survey.draft?.parts;
  const part = parts?.find((each) => each.key === key);
  const added = key === "question" || key === "section";
  if (!parts || (!part && !added)) notFound();
  const section = part ? part.kind === "section" : key === "section";
  return (
    <Page
      heading={`${part ? "Change" : "Add"} a ${section ? "heading" : "question"}`}
      caption={survey.title}
      back={{ href: `/admin/surveys/${survey.id}`, label: "The survey" }}
    >
      <HowTo of="build-survey" />
      {section ? (
        <SectionForm survey={survey.id} part={part?.kind === "section" ? part : undefined} />
      ) : (
        <QuestionForm survey={survey.id} parts={parts} part={part?.kind === "section" ? undefined : part} />
      )}
    </Page>
  );
}
