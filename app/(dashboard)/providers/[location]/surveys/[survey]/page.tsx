import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import { InsetText, NotificationBanner, Page, SummaryList } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime, formatList } from "@/lib/format";
import { answerInWords } from "@/lib/questions/answer-words";
import { questionsShown } from "@/lib/questions/shown";
import { typedFrom } from "@/lib/questions/typed";
import { surveyForm, type SurveyForm } from "@/lib/surveys/queries";
import { closingInWords, lastDayOf } from "@/lib/surveys/state";
import { currentUser } from "@/lib/web/session";
import { locationAt } from "@/app/(dashboard)/providers/[location]/address";
import { AnswerForm } from "./answer-form";

interface SurveyPageProps {
  params: Promise<{ location: string; survey: string }>;
  searchParams: Promise<{ sent?: string | string[]; left?: string | string[] }>;
}

/** A survey for one location: to answer or change while it is open, and to read afterwards. */
export default async function AnswerSurveyPage(props: SurveyPageProps) {
  const user = await currentUser();
  const location = await locationAt(props.params);
  const id = idOf((await props.params).survey);
  const form = id === null ? null : await surveyForm(user, location, id, now());
  if (!form) notFound();
  const { survey, place, sent, version } = form;
  const { sent: justSent, left } = await props.searchParams;
  const earlier = sent !== null && sent.version !== version;
  return (
    <Page
      heading={survey.title}
      caption={place.name}
      back={{ href: `/providers/${place.id}/surveys`, label: `Surveys for ${place.name}` }}
      summary={form.open ? `${closingInWords(survey.closesAt)}.` : "This survey is closed."}
      banner={justSent !== undefined && <Sent form={form} left={[left].flat()[0] ?? ""} />}
    >
      <HowTo of="surveys" />
      {survey.intro && <p className="ct-lines">{survey.intro}</p>}
      {sent && (
        <InsetText>
          <p>
            {sent.stamp.by} sent {earlier ? "answers to an earlier version of this survey" : "these answers"} at{" "}
            {formatDateTime(sent.stamp.at)}.{" "}
            {earlier && "Its questions have changed since. Please check the answers and send them again."}
          </p>
        </InsetText>
      )}
      {form.mayAnswer ? <AnswerForm form={form} /> : <Answers form={form} />}
    </Page>
  );
}

/** That the answers have arrived, until when they may be changed, and what was left out of them. */
function Sent({ form: { set, survey }, left }: { form: SurveyForm; left: string }) {
  const keys = left.split(",");
  const names = set.questions.filter(({ key }) => keys.includes(key)).map(({ label }) => `“${label}”`);
  return (
    <NotificationBanner success heading="Your answers are sent.">
      <p>
        You can change them until {survey.closesAt ? formatDate(lastDayOf(survey.closesAt)) : "the survey is closed"}.
      </p>
      {names.length > 0 && (
        <p>
          We left out what you entered for {formatList(names)}, because your other answers mean you do not need to
          answer it.
        </p>
      )}
    </NotificationBanner>
  );
}

/** What was answered, for those who may only read it. */
function Answers({ form: { set, sent, version } }: { form: SurveyForm }) {
  if (sent?.version !== version) return <p>No one has answered these questions for this location.</p>;
  return (
    <SummaryList
      rows={questionsShown(set.questions, typedFrom(sent.answers)).map((question) => ({
        key: question.key,
        label: question.label,
        value: <span className="ct-lines">{answerInWords(question, sent.answers[question.key])}</span>,
      }))}
    />
  );
}
