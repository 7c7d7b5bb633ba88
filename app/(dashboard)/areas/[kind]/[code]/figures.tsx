import { Link } from "@/components/ui/link";
import { Sparkline } from "@/components/charts";
import { Figure, FigureRow } from "@/components/ui";
import { inSentence } from "@/lib/format";
import { addMonths, type Month } from "@/lib/london";
import { changeSince, type FigureGroup, growsUntilClose, trendInWords } from "@/lib/reports/dashboard";
import type { Measured } from "@/lib/reports/measured";
import { roundingOf, type Measure } from "@/lib/reports/metrics";
import { type Measurement, readingInWords, reportedInWords } from "@/lib/reports/reading";

/** What the figures of one area are drawn from. */
export interface FigureContext {
  areaId: number;
  found: Measured;
  /** Oldest first; the last is the month shown. */
  months: readonly Month[];
  /** The window of that month is still open: totals grow until it closes, and compare with nothing before. */
  isOpen: boolean;
  /** The page of a measure. */
  to: (measure: Measure) => string;
}

/** Rows of figures with their change, trend, how many reported, and their definition one press away. */
export function FigureGroups({ groups, ...shown }: FigureContext & { groups: readonly FigureGroup[] }) {
  const month = shown.months.at(-1) ?? "";
  return groups.map(({ key, title, measures }) => {
    const asked = measures.filter((measure) => shown.found.reading(shown.areaId, month, measure).state !== "not_asked");
    return (
      <section key={key} aria-labelledby={`figures-${key}`}>
        <h2 className="nhsuk-heading-m" id={`figures-${key}`}>
          {title}
        </h2>
        {asked.length > 0 ? (
          <FigureRow label={title}>
            {asked.map((measure) => (
              <OneFigure key={measure.key} measure={measure} {...shown} />
            ))}
          </FigureRow>
        ) : (
          <p>Not asked in this window.</p>
        )}
      </section>
    );
  });
}

function OneFigure({ measure, areaId, found, months, isOpen, to }: FigureContext & { measure: Measure }) {
  const month = months.at(-1) ?? "";
  const reading = found.reading(areaId, month, measure);
  const trend = months.map((one) => found.reading(areaId, one, measure));
  const { due } = found.reported(areaId, month, measure.collection);
  const soFar = isOpen && growsUntilClose(measure);
  const drawn = soFar ? trend.slice(0, -1) : trend;
  return (
    <Figure
      label={<Link href={to(measure)}>{measure.label}</Link>}
      value={readingInWords(reading, measure.unit)}
      change={
        soFar ? (
          <span className="block">{`So far: ${reportedInWords(measure, reading, due)}`}</span>
        ) : (
          <Changes measure={measure} months={months} trend={trend} />
        )
      }
      spark={
        <Sparkline
          values={drawn.map((one) => (one.state === "known" ? one.value : null))}
          label={`${measure.label}. ${trendInWords(months.slice(0, drawn.length), drawn, measure.unit)}`}
        />
      }
      definition={
        <>
          <p>{measure.definition}</p>
          <p>{reportedInWords(measure, reading, due)}</p>
          <p>
            {measure.numerator.words}
            {measure.denominator && <> divided by: {inSentence(measure.denominator.words)}</>}. Rounding:{" "}
            {inSentence(roundingOf[measure.unit])}
          </p>
        </>
      }
    />
  );
}

function Changes({ measure, months, trend }: { measure: Measure; months: readonly Month[]; trend: Measurement[] }) {
  const last = trend.at(-1);
  if (!last) return null;
  return [1, 12].map((ago) => {
    const then = trend.at(-1 - ago);
    const month = addMonths(months.at(-1) ?? "", -ago);
    const change = then && changeSince(last, then, month, measure.unit);
    return change ? (
      <span key={ago} className="block">
        <span aria-hidden="true">{{ up: "▲", down: "▼", same: "■" }[change.direction]} </span>
        {change.words}
      </span>
    ) : null;
  });
}
