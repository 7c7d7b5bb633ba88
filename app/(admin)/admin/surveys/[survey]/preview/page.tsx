import { notFound } from "next/navigation";
import { QuestionSections } from "@/components/questions";
import { ActionForm, HiddenField, NotificationBanner, Page, SubmitButton } from "@/components/ui";
import { formatList } from "@/lib/format";
import { introOf, surveyQuestions } from "@/lib/surveys/parts";
import { closingInWords } from "@/lib/surveys/state";
import { trySurveyAnswers } from "@/app/(admin)/admin/surveys/actions";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";

interface PreviewProps {
  params: Promise<{ survey: string }>;
  searchParams: Promise<{ tried?: string | string[] }>;
}

/** A survey as providers will see it, to be tried out: nothing is kept. */
export default async function PreviewSurveyPage(props: PreviewProps) {
  const { survey } = await surveyAt(props.params);
  const text = survey.draft ?? survey.live;
  if (!text) notFound();
  const set = surveyQuestions(text);
  const tried = [(await props.searchParams).tried].flat()[0];
  const left = set.questions.filter(({ key }) => tried?.split(",").includes(key)).map(({ label }) => `“${label}”`);
  const intro = introOf(text);
  return (
    <Page
      heading={survey.title}
      caption={`Preview of version ${text.number}`}
      back={{ href: `/admin/surveys/${survey.id}`, label: "The survey" }}
      summary={`${closingInWords(survey.closesAt)}.`}
      banner={
        tried !== undefined && (
          <NotificationBanner success heading="These answers would be accepted. We have not saved them.">
            {left.length > 0 && <p>What was entered for {formatList(left)} would be left out, and we would say so.</p>}
          </NotificationBanner>
        )
      }
    >
      {intro && <p className="ct-lines">{intro}</p>}
      <ActionForm action={trySurveyAnswers} autoComplete="off" order={set.questions.map(({ key }) => key)}>
        <HiddenField name="survey" value={survey.id} />
        <QuestionSections sections={set.sections} questions={set.questions} />
        <SubmitButton look="secondary" pending="Checking…">
          Try these answers
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
