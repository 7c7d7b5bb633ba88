import { Sparkline } from "@/components/charts";
import { Details, Table } from "@/components/ui";
import { inSentence } from "@/lib/format";
import type { SideBySide } from "@/lib/reports/beside/side-by-side";
import { growsUntilClose, trendInWords } from "@/lib/reports/dashboard";
import { type Measure, roundingOf } from "@/lib/reports/metrics";
import { readingInWords, reportedInWords } from "@/lib/reports/reading";
import type { SeenArea } from "@/lib/reports/queries";

/** A row for each measure, a column for each area: its figure, how many gave it, and how it went over a year. */
export function BesideTable({ shown }: { shown: SideBySide }) {
  return (
    <Table
      caption="Figures of the window"
      captionSize="m"
      movesAs="Figures of the areas side by side"
      rows={[...shown.measures]}
      rowKey={({ key }) => key}
      columns={[
        { key: "measure", heading: "Measure", rowHeader: true, cell: (measure) => <Meaning measure={measure} /> },
        ...shown.areas.map((area) => ({
          key: area.code,
          heading: area.name,
          numeric: true,
          cell: (measure: Measure) => <OneFigure shown={shown} area={area} measure={measure} />,
        })),
      ]}
    />
  );
}

function OneFigure({ shown, area, measure }: { shown: SideBySide; area: SeenArea; measure: Measure }) {
  const { found, months, window } = shown;
  const reading = found.reading(area.id, window.month, measure);
  const { due } = found.reported(area.id, window.month, measure.collection);
  const soFar = shown.isOpen && growsUntilClose(measure);
  const drawn = soFar ? months.slice(0, -1) : months;
  const trend = drawn.map((month) => found.reading(area.id, month, measure));
  return (
    <>
      <strong>{readingInWords(reading, measure.unit)}</strong>
      <Sparkline
        values={trend.map((one) => (one.state === "known" ? one.value : null))}
        label={`${measure.label}, ${area.name}. ${trendInWords(drawn, trend, measure.unit)}`}
      />
      <span className="nhsuk-body-s block">
        {soFar && "So far: "}
        {reportedInWords(measure, reading, due)}
      </span>
    </>
  );
}

/** A measure's name, with what it means one press away. */
export function Meaning({ measure }: { measure: Measure }) {
  return (
    <>
      {measure.label}
      <details className="ct-figure__definition font-normal">
        <summary>
          What this counts<span className="nhsuk-u-visually-hidden">: {measure.label}</span>
        </summary>
        <div>
          <p>{measure.definition}</p>
          <p>
            {measure.numerator.words}
            {measure.denominator && <> divided by: {inSentence(measure.denominator.words)}</>}. Rounding:{" "}
            {inSentence(roundingOf[measure.unit])}
          </p>
        </div>
      </details>
    </>
  );
}

/** What the figures mean together, one press away. */
export const AboutBeside = () => (
  <Details summary="How these figures are worked out">
    <p>
      Each figure is a total divided by a total: all that an area’s locations said, added up first. The small line under
      it is the same figure over the last 13 windows, on a scale of its own.
    </p>
    <p>
      The mean, the median and the quartiles are of locations, each counting as one: a quarter of them lie below the
      lower quartile, and a quarter above the upper. They are not shown where fewer than six locations gave the figure.
    </p>
    <p>Contains CQC information licensed under the Open Government Licence v3.0.</p>
  </Details>
);
