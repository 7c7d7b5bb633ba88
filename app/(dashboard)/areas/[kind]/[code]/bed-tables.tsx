import { Table } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { Measured } from "@/lib/reports/measured";
import type { Adults } from "@/lib/reports/adults";
import { measuresOfBedType } from "@/lib/reports/metrics";
import { readingInWords } from "@/lib/reports/reading";
import type { VacancyAge } from "@/lib/reports/vacancy-ages";

/** Beds of each type in the window, in the homes that responded. */
export function BedTypes(props: {
  types: readonly { key: string; label: string }[];
  found: Measured;
  areaId: number;
  month: Month;
  adults: Adults;
}) {
  const { adults } = props;
  const rows = props.types.map((type) => {
    const [beds, occupied, accepting] = measuresOfBedType(type).map((measure) =>
      readingInWords(props.found.reading(props.areaId, props.month, measure), measure.unit),
    );
    const [counted] = measuresOfBedType(type);
    const reading = counted && props.found.reading(props.areaId, props.month, counted);
    const rate =
      adults.state === "known" && reading?.state === "known"
        ? formatRate((reading.value * 100_000) / adults.adults)
        : "Not known";
    return { ...type, beds, occupied, accepting, rate };
  });
  return (
    <>
      <Table
        caption="Beds by type"
        captionSize="m"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "type", heading: "Bed type", cell: ({ label }) => label, rowHeader: true },
          { key: "beds", heading: "Beds", cell: ({ beds }) => beds, numeric: true },
          { key: "occupied", heading: "Occupied", cell: ({ occupied }) => occupied, numeric: true },
          { key: "accepting", heading: "Accepting admissions", cell: ({ accepting }) => accepting, numeric: true },
          ...(adults.state === "known"
            ? [
                {
                  key: "rate",
                  heading: "Beds per 100,000 adults",
                  cell: ({ rate }: { rate: string }) => rate,
                  numeric: true,
                },
              ]
            : []),
        ]}
      />
      <p className="nhsuk-body-s">{adultsInWords(adults)}</p>
    </>
  );
}

/** Vacancies by how long ago homes last stated them. */
export function VacancyAges({ ages }: { ages: readonly VacancyAge[] }) {
  const rows = ages.map((age, nth) => ({ ...age, label: bandInWords(ages[nth - 1]?.upTo ?? null, age.upTo) }));
  const total = (of: (age: VacancyAge) => number) => formatNumber(ages.reduce((sum, age) => sum + of(age), 0));
  return (
    <Table
      caption="Vacant beds now, by how long ago the home stated them"
      captionSize="m"
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { key: "age", heading: "Stated", cell: ({ label }) => label, rowHeader: true },
        { key: "homes", heading: "Homes", cell: ({ homes }) => formatNumber(homes), numeric: true },
        {
          key: "accepting",
          heading: "Accepting admissions",
          cell: (row) => formatNumber(row.accepting),
          numeric: true,
        },
        { key: "reserved", heading: "Reserved", cell: ({ reserved }) => formatNumber(reserved), numeric: true },
        { key: "unavailable", heading: "Not available", cell: (row) => formatNumber(row.unavailable), numeric: true },
      ]}
      foot={[
        "All",
        total(({ homes }) => homes),
        total(({ accepting }) => accepting),
        total(({ reserved }) => reserved),
        total(({ unavailable }) => unavailable),
      ]}
    />
  );
}

const bandInWords = (after: number | null, upTo: number | null): string => {
  if (upTo === null) return `More than ${after ?? 0} days ago`;
  if (after === null) return upTo === 1 ? "In the last 24 hours" : `In the last ${upTo} days`;
  return `${after} to ${upTo} days ago`;
};

const formatRate = (rate: number) => rate.toFixed(1).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** From which population the rate is worked out, or why there is none. */
function adultsInWords(adults: Adults): string {
  if (adults.state === "known")
    return `Out of ${formatNumber(adults.adults)} people of 18 and over who lived here in the middle of ${adults.year}. Beds are those of the homes that responded.`;
  if (adults.state === "missing")
    return `Beds per 100,000 adults: missing. No population has been imported for ${adults.of === 1 ? "this council" : `${formatNumber(adults.councils)} of the ${formatNumber(adults.of)} councils here`}.`;
  return "Beds per 100,000 adults: not applicable. Populations are imported for councils, and the boundaries of boards cross those of councils.";
}
