import { MiddleHalf } from "@/components/charts";
import { Table } from "@/components/ui";
import { formatNumber, inSentence } from "@/lib/format";
import type { SideBySide } from "@/lib/reports/beside/side-by-side";
import { measuresBeside } from "@/lib/reports/beside/side-by-side";
import { type Distribution, hasSpread } from "@/lib/reports/distribution";
import { middleInUnit } from "@/lib/reports/reading";
import { comparePath } from "./asked";
import { Meaning } from "./beside-table";

type Figure = "mean" | "lower" | "median" | "upper";

/** The columns of a spread. */
const spreadColumns: readonly { key: Figure; heading: string }[] = [
  { key: "mean", heading: "Mean of locations" },
  { key: "lower", heading: "Lower quartile" },
  { key: "median", heading: "Median" },
  { key: "upper", heading: "Upper quartile" },
];

/** How one measure varies among the locations of each area: mean, median and quartiles. */
export function SpreadTable({
  shown,
  keeps,
}: {
  shown: SideBySide;
  keeps: readonly (readonly [name: string, value: string])[];
}) {
  const { areas, spreads, spreadOf: measure } = shown;
  return (
    <section aria-labelledby="spread-heading">
      <h2 className="nhsuk-heading-m" id="spread-heading">
        How locations vary
      </h2>
      <form
        method="get"
        action={`${comparePath}#spread-heading`}
        className="ct-no-print flex flex-wrap items-end gap-4"
      >
        {keeps.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div>
          <label className="nhsuk-label" htmlFor="spread">
            Measure
          </label>
          <select className="nhsuk-select" id="spread" name="spread" defaultValue={measure.key}>
            {measuresBeside(shown.collection)
              .filter(hasSpread)
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
          </select>
        </div>
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">
          Show the measure
        </button>
      </form>
      <div className="mt-4">
        <Meaning measure={measure} />
      </div>
      <Table
        caption={`${measure.label}: how locations of each area vary`}
        captionHidden
        rows={areas.map((area, at) => ({ area, spread: spreads[at] ?? null }))}
        rowKey={({ area }) => area.code}
        columns={[
          { key: "area", heading: "Area", rowHeader: true, cell: ({ area }) => area.name },
          ...spreadColumns.map(({ key, heading }) => ({
            key,
            heading,
            numeric: true,
            cell: ({ spread }: { spread: Distribution | null }) =>
              spread ? middleInUnit(spread[key], measure.unit) : "Too few",
          })),
          {
            key: "half",
            heading: `The middle half, with the median and the mean`,
            hideOnPhone: true,
            cell: ({ spread }) => spread && <MiddleHalf {...spread} own={spread.mean} ends={endsOf(spreads)} />,
          },
          {
            key: "locations",
            heading: "Locations",
            numeric: true,
            cell: ({ spread }) => (spread ? formatNumber(spread.locations) : "Too few"),
          },
        ]}
      />
      <p className="nhsuk-body-s">
        The bar shows the middle half of locations, the line in it the median, and the diamond the mean. All bars for{" "}
        {inSentence(measure.label)} have the same scale.
      </p>
    </section>
  );
}

function endsOf(spreads: SideBySide["spreads"]): [number, number] {
  const all = spreads.flatMap((one) => (one ? [one.lower, one.upper, one.mean] : []));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least) / 10 || Math.abs(most) || 1;
  return [least - room, most + room];
}
