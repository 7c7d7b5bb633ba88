import { HowTo } from "@/app/shell/how-to/how-to";
import { Page } from "@/components/ui";
import { supportUser } from "@/lib/web/session";
import { NameForm } from "@/app/(admin)/admin/surveys/name-form";

/** Begins a survey. It is a draft until it is published. */
export default async function NewSurveyPage() {
  await supportUser();
  return (
    <Page
      heading="Build a survey"
      back={{ href: "/admin/surveys", label: "Surveys" }}
      summary="No one sees it until you publish it. Next, add its questions and say who it is for."
    >
      <HowTo of="build-survey" />
      <NameForm />
    </Page>
  );
}
