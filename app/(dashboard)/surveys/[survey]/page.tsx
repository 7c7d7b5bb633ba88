import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { Figure, FigureRow, Page, Table } from "@/components/ui";
import { idOf } from "@/components/tables";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime, formatNumber, formatPercent } from "@/lib/format";
import { surveyFigures } from "@/lib/surveys/results/figures";
import { type Response as Answered, surveyResults } from "@/lib/surveys/results/queries";
import { closingInWords } from "@/lib/surveys/state";
import { currentUser } from "@/lib/web/session";
import { QuestionResults, type VersionWithFigures } from "./question-results";

/** The results of a survey among the locations that someone sees: who answered, and what, version beside version. */
export default async function SurveyResultsPage(props: { params: Promise<{ survey: string }> }) {
  const user = await currentUser();
  const id = idOf((await props.params).survey);
  const time = now();
  const results = id === null ? null : await surveyResults(user, id, time);
  if (!results) notFound();
  const versions: VersionWithFigures[] = await Promise.all(
    results.versions.map(async (version) => ({ ...version, figures: await surveyFigures(user, version) })),
  );
  const keys = [...new Set(versions.flatMap(({ set }) => set.questions.map(({ key }) => key)))];
  return (
    <Page
      heading={results.title}
      caption="Survey results"
      width="wide"
      back={user.kind === "support" ? { href: `/admin/surveys/${results.id}`, label: "The survey" } : "/surveys"}
      summary={`${results.open ? `Open. ${closingInWords(results.closesAt)}` : "Closed"}. As of ${formatDateTime(time)}, for the locations that you see.`}
    >
      <HowTo of="surveys" />
      <FigureRow label="Response">
        <Figure label="Asked" value={formatNumber(results.asked)} unit="locations" />
        <Figure label="Answered" value={formatNumber(results.answered)} unit="locations" />
        <Figure label="Response rate" value={rate(results)} />
      </FigureRow>
      <Downloads survey={results.id} versions={versions} />
      {versions.length > 1 && (
        <p>
          The questions changed while people were answering. Answers count only for the version they were given to.
          Where a question was in several versions, the answers are shown side by side. The response rate is for the
          newest version.
        </p>
      )}
      {keys.map((key) => (
        <QuestionResults key={key} name={key} versions={versions} />
      ))}
      <Table
        caption="Response by council"
        captionSize="m"
        rows={results.councils}
        rowKey={({ council }) => council}
        columns={[
          { key: "council", heading: "Council", cell: ({ council }) => council },
          { key: "asked", heading: "Asked", numeric: true, cell: ({ asked }) => formatNumber(asked) },
          { key: "answered", heading: "Answered", numeric: true, cell: ({ answered }) => formatNumber(answered) },
          { key: "rate", heading: "Response rate", numeric: true, cell: rate },
        ]}
      />
    </Page>
  );
}

const rate = ({ asked, answered }: Answered) => (asked === 0 ? "No one asked" : formatPercent(answered / asked));

/** Each version's answers as a file, a row for each location that was asked. */
const Downloads = (props: { survey: number; versions: readonly VersionWithFigures[] }) => (
  <ul className="nhsuk-list ct-no-print">
    {props.versions.map(({ number, publishedAt }) => (
      <li key={number}>
        {props.versions.length > 1 && `Version ${number}, published ${formatDate(publishedAt)}: `}
        {(["xlsx", "csv"] as const).map((format, at) => (
          <span key={format}>
            {at > 0 && ", "}
            <a href={`/surveys/${props.survey}/download?version=${number}&format=${format}`} download>
              Download every answer as {format === "xlsx" ? "Excel" : "CSV"}
              {props.versions.length > 1 && <span className="nhsuk-u-visually-hidden">, version {number}</span>}
            </a>
          </span>
        ))}
      </li>
    ))}
  </ul>
);
