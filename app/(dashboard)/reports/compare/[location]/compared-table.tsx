import { MiddleHalf } from "@/components/charts";
import { Table } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { Compared, SimilarFigures } from "@/lib/reports/comparison/compared-measures";
import { middleInUnit, readingInWords } from "@/lib/reports/reading";

type Known = Extract<SimilarFigures, { state: "known" }>;

const figureOf = ({ unit }: Compared, value: number): string =>
  unit === "pounds" ? `£${formatNumber(Math.round(value))}` : middleInUnit(value, unit);

const ownInWords = (one: Compared): string =>
  one.own.state === "known"
    ? figureOf(one, one.own.value)
    : one.unit === "pounds"
      ? "Not stated"
      : readingInWords(one.own, one.unit);

const unknownInWords: Record<Exclude<SimilarFigures["state"], "known">, string> = {
  not_asked: "Not asked",
  not_reported: "Not reported",
  suppressed: "Suppressed: too few",
};

/** Where the own figure lies among the others, in words. Figures that read alike are the same. */
function positionInWords(one: Compared): string {
  const { own, others } = one;
  if (own.state !== "known" || others.state !== "known") return "Cannot be compared";
  if (figureOf(one, own.value) === figureOf(one, others.median)) return "The same as the middle one";
  if (own.value < others.lower) return "Lower than three quarters of them";
  if (own.value > others.upper) return "Higher than three quarters of them";
  return "In the middle half of them";
}

function rangeInWords(one: Compared, { lower, upper }: Known): string {
  const [from, to] = [figureOf(one, lower), figureOf(one, upper)];
  return from === to ? from : `${from} to ${to}`;
}

/**
 * Each measure in a row: the location's own figure, the middle half of the others, and where it lies among them. `one`
 * and `many` are what such locations are called: "home", "homes".
 */
export function ComparedTable(props: { compared: readonly Compared[]; caption: string; one: string; many: string }) {
  const { compared, caption, one: called, many } = props;
  return (
    <Table
      caption={caption}
      captionHidden
      rows={[...compared]}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "measure",
          heading: "Measure",
          rowHeader: true,
          cell: ({ label, definition }) => (
            <>
              {label}
              <span className="nhsuk-body-s block font-normal">{definition}</span>
            </>
          ),
        },
        { key: "own", heading: `This ${called}`, numeric: true, cell: (one) => <strong>{ownInWords(one)}</strong> },
        {
          key: "others",
          heading: `Half of similar ${many} lie between`,
          cell: (one) =>
            one.others.state === "known" ? (
              <>
                {rangeInWords(one, one.others)}
                <MiddleHalf {...one.others} own={one.own.state === "known" ? one.own.value : null} />
              </>
            ) : (
              unknownInWords[one.others.state]
            ),
        },
        {
          key: "median",
          heading: "Middle",
          numeric: true,
          cell: (one) => (one.others.state === "known" ? figureOf(one, one.others.median) : "None"),
        },
        {
          key: "locations",
          heading: "Made from",
          numeric: true,
          cell: ({ others }) => (others.state === "known" ? formatNumber(others.locations) : "None"),
        },
        { key: "position", heading: "Where it stands", cell: positionInWords },
      ]}
    />
  );
}
