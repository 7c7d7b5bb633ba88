import { Link } from "@/components/ui/link";
import { areaHref } from "@/lib/organisations/area-address";
import { Table } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import { heatMonths, type MeasureShown } from "@/lib/reports/measure-page";
import { readingInWords } from "@/lib/reports/reading";

/** Areas down, months across: each cell is its figure, shaded by the third in which it lies. */
export function AreasByMonth({ shown }: { shown: MeasureShown }) {
  const { measure, others, ranked } = shown;
  const months = shown.months.slice(-heatMonths);
  if (ranked.length === 0 || months.length < 2) return null;
  const values = ranked
    .flatMap(({ id }) => months.map((month) => others.reading(id, month, measure)))
    .flatMap((reading) => (reading.state === "known" ? [reading.value] : []))
    .sort((one, other) => one - other);
  const third = (nth: number) => values[Math.floor((values.length * nth) / 3)] ?? 0;
  return (
    <div className="ct-heat">
      <Table
        caption={`${measure.label} by area and window`}
        captionSize="m"
        compact
        rows={[...ranked]}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "area",
            heading: "Area",
            rowHeader: true,
            cell: (area) => <Link href={areaHref(area)}>{area.name}</Link>,
          },
          ...months.map((month) => ({
            key: month,
            heading: formatMonth(month).replace(/^(\w{3})\w*/, "$1"),
            numeric: true,
            cell: ({ id }: { id: number }) => {
              const reading = others.reading(id, month, measure);
              const band =
                reading.state !== "known"
                  ? "none"
                  : reading.value >= third(2)
                    ? "3"
                    : reading.value >= third(1)
                      ? "2"
                      : "1";
              return (
                <span className={`ct-heat__cell ct-heat__cell--${band}`}>{readingInWords(reading, measure.unit)}</span>
              );
            },
          })),
        ]}
      />
      <p className="nhsuk-body-s">
        The darker the shading, the higher the figure. Each shade covers a third of the figures.
      </p>
    </div>
  );
}
