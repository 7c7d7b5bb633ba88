import { BarChart } from "@/components/charts";
import { Details, type Column, Table } from "@/components/ui";
import { formatCount, formatDate, formatNumber, formatPercent } from "@/lib/format";
import type { Question } from "@/lib/questions/question";
import type { QuestionFigures } from "@/lib/surveys/results/figures";
import type { AskedVersion } from "@/lib/surveys/results/queries";

export interface VersionWithFigures extends AskedVersion {
  figures: Map<string, QuestionFigures>;
}

interface Answers {
  version: number;
  question: Question;
  figures: QuestionFigures;
}

/** What was answered to one question: a chart with its table for choices, a table for figures and dates, and text as it was written. */
export function QuestionResults({ name, versions }: { name: string; versions: readonly VersionWithFigures[] }) {
  const all = versions.flatMap(({ number, set, figures }): Answers[] => {
    const question = set.questions.find(({ key }) => key === name);
    const these = figures.get(name);
    return question && these ? [{ version: number, question, figures: these }] : [];
  });
  const [newest] = all;
  if (!newest) return null;
  const { question, figures } = newest;
  const gone = versions[0]?.number !== newest.version;
  return (
    <section className="ct-section" aria-label={question.label}>
      {figures.chosen.length > 0 ? (
        <BarChart
          id={`results-${name}`}
          title={question.label}
          description={`${describe(newest, gone)}${question.kind === "some" ? " Each may have chosen several answers." : ""}`}
          barLabel="Answer"
          valueLabel="Locations"
          bars={figures.chosen.map(({ label, count }) => ({ label, value: count }))}
        />
      ) : (
        <>
          <h2 className="nhsuk-heading-s">{question.label}</h2>
          <p>{describe(newest, gone)}</p>
        </>
      )}
      {question.kind === "count" || question.kind === "date" ? (
        <SideBySide all={all} rows={question.kind === "count" ? numberRows : dateRows} />
      ) : (
        all.length > 1 && figures.chosen.length > 0 && <SideBySide all={all} rows={choiceRows(all)} />
      )}
      {figures.texts.length > 0 && <Written figures={figures} />}
    </section>
  );
}

const describe = ({ version, figures }: Answers, gone: boolean) =>
  `${formatCount("location", figures.answered)} answered this${gone ? `, in version ${version}. It is no longer asked` : ""}.`;

interface Row {
  label: string;
  of: (figures: QuestionFigures) => string;
}

const figure = (of: (figures: QuestionFigures) => number | string | null, label: string): Row => ({
  label,
  of: (figures) => {
    const value = of(figures);
    return value === null ? "None" : typeof value === "number" ? formatNumber(value) : formatDate(value);
  },
});

const numberRows: readonly Row[] = [
  figure(({ total }) => total, "Total"),
  figure(({ mean }) => mean, "Mean"),
  figure(({ median }) => median, "Median: half have fewer, half have more"),
  figure(({ least }) => least, "Least"),
  figure(({ most }) => most, "Most"),
];

const dateRows: readonly Row[] = [figure(({ least }) => least, "First date"), figure(({ most }) => most, "Last date")];

function choiceRows(all: readonly Answers[]): Row[] {
  const choices = new Map(all.flatMap(({ figures }) => figures.chosen.map(({ key, label }) => [key, label] as const)));
  return [...choices].map(([key, label]) => ({
    label,
    of: ({ chosen, answered }) => {
      const one = chosen.find((choice) => choice.key === key);
      if (!one) return "Not offered";
      return answered === 0 ? "0" : `${formatNumber(one.count)} (${formatPercent(one.count / answered)})`;
    },
  }));
}

/** The figures of a question, a column for each version that asked it. */
function SideBySide({ all, rows }: { all: readonly Answers[]; rows: readonly Row[] }) {
  const [newest] = all;
  const columns: Column<Row>[] = [
    { key: "label", heading: "Figure", cell: ({ label }) => label },
    ...all.map(({ version, figures }) => ({
      key: String(version),
      heading:
        all.length > 1 ? `Version ${version} (${formatNumber(figures.answered)} answered)` : "Of all who answered",
      numeric: true,
      cell: ({ of }: Row) => of(figures),
    })),
  ];
  return (
    <Table
      caption={`${newest?.question.short ?? ""}${all.length > 1 ? ": versions side by side" : ""}`}
      compact
      rows={[...rows]}
      rowKey={({ label }) => label}
      columns={columns}
    />
  );
}

const Written = ({ figures: { texts, answered } }: { figures: QuestionFigures }) => (
  <Details
    summary={
      answered > texts.length ? `Read the newest ${texts.length} of ${formatNumber(answered)}` : "Read what was written"
    }
  >
    <dl className="nhsuk-summary-list">
      {texts.map(({ location, text }, at) => (
        <div className="nhsuk-summary-list__row" key={at}>
          <dt className="nhsuk-summary-list__key">{location}</dt>
          <dd className="nhsuk-summary-list__value ct-lines">{text}</dd>
        </div>
      ))}
    </dl>
    {answered > texts.length && <p>All of it is in the download.</p>}
  </Details>
);
