import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { NotificationBanner, Page, SummaryList, Table, Tag } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatCount, formatDate, formatDateTime, formatList } from "@/lib/format";
import { areaLines } from "@/lib/organisations/areas-typed";
import { introOf } from "@/lib/surveys/parts";
import { lastDayOf } from "@/lib/surveys/state";
import { type BuiltSurvey, locationsAsked } from "@/lib/surveys/support/queries";
import { surveyAt } from "@/app/(admin)/admin/surveys/opened";
import { happenedInWords, opensInWords, stateInWords, surveyStateTags } from "@/app/(admin)/admin/surveys/states";
import { DraftQuestions } from "./draft";
import { Published } from "./published";

interface BuiltSurveyProps {
  params: Promise<{ survey: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** One survey for support: its state, who it is for, its questions, and what has been done with it. */
export default async function BuiltSurveyPage(props: BuiltSurveyProps) {
  const { user, survey } = await surveyAt(props.params);
  const time = now();
  const [areas, asked] = await Promise.all([areaLines(survey.forAreas, time), locationsAsked(user, survey.id, time)]);
  const done = said[[(await props.searchParams).done].flat()[0] ?? ""];
  const { id, title, draft, live, events } = survey;
  return (
    <Page
      heading={title}
      caption="Survey"
      back={{ href: "/admin/surveys", label: "Surveys" }}
      banner={done && <NotificationBanner success heading={done} />}
    >
      <HowTo of="build-survey" />
      <p>
        <Tag colour={surveyStateTags[survey.state].colour}>{stateInWords(survey)}</Tag>{" "}
        {events.some(({ what }) => what === "opened") && <Link href={`/surveys/${id}`}>See the results</Link>}
      </p>
      <SummaryList rows={rowsOf(survey, areas, asked)} />
      {draft && <DraftQuestions survey={survey} draft={draft} time={time} />}
      {live && <Published survey={survey} live={live} time={time} />}
      {events.length > 0 && (
        <Table
          caption="What happened"
          captionSize="m"
          rows={events.toReversed()}
          rowKey={(event) => String(event.id)}
          columns={[
            { key: "what", heading: "What", cell: happenedInWords },
            { key: "at", heading: "When", cell: ({ at }) => formatDateTime(at) },
          ]}
        />
      )}
    </Page>
  );
}

const said: Record<string, string> = {
  begun: "The survey is saved as a draft. Add its questions.",
  saved: "Saved.",
  removed: "Removed.",
  moved: "Moved.",
  published: "Published.",
  close: "The survey is closed.",
  open: "The survey is open.",
  remind: "We will email everyone who has not answered, within an hour.",
  started: "You can now change the questions. Until you publish this draft, providers answer the published questions.",
  discarded: "The draft is discarded.",
};

function rowsOf(survey: BuiltSurvey, areas: readonly string[], asked: number) {
  const { id, draft, live, closesAt, forTypes, forLocations } = survey;
  const text = draft ?? live;
  const aims = [
    ...(forTypes.length + areas.length > 0
      ? [
          `${formatList(forTypes.map(kindLabel)) || "Every kind of location"} in ${formatList(areas) || "all of England"}`,
        ]
      : []),
    ...(forLocations.length > 0 ? [`${formatCount("location", forLocations.length)} that you listed`] : []),
  ];
  const audience = `/admin/surveys/${id}/audience`;
  const renames = draft?.number === 1 ? `/admin/surveys/${id}/name` : undefined;
  return [
    {
      label: renames ? "Title and what it is for" : "What it is for",
      value: <span className="ct-lines">{(text && introOf(text)) || "There is no introduction"}</span>,
      change: renames,
    },
    {
      label: "Who it is for",
      value: aims.length > 0 ? `${aims.join(", and ")}: ${formatCount("location", asked)}` : "No one yet",
      change: audience,
    },
    { label: "Opens", value: opensInWords(survey), change: audience },
    {
      label: "Last day",
      value: closesAt ? formatDate(lastDayOf(closesAt)) : "Not set. It stays open until you close it",
      change: audience,
    },
  ];
}
