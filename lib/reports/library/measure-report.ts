import { areasSummedForSql } from "@/lib/access/scope";
import { Prisma } from "@/lib/db";
import { inSentence } from "@/lib/format";
import { factsSql } from "@/lib/reports/facts";
import { isMeasured, type Measure } from "@/lib/reports/metrics";
import { readingFrom } from "@/lib/reports/measured";
import { readingInWords } from "@/lib/reports/reading";
import type { StreamedCell } from "@/lib/sheets/stream-xlsx";
import { groupJoin, groupingWords } from "./groupings";
import { textCell } from "./text-cell";
import { named } from "./named";
import type { Asking, Grouping, LibraryReport, ReportColumn, ReportGroup, ReportRow } from "./report";

/** What a report of measures is made of. */
export interface Measuring {
  key: string;
  title: string;
  summary: string;
  group: ReportGroup;
  of: (asking: Asking) => readonly Measure[];
  /** Whose returns, where there is only one kind. */
  always?: Measure["collection"];
  /** Where the facts come from, if not from the returns that count as of the moment. */
  facts?: (asking: Asking) => Prisma.Sql;
  groupings?: readonly Grouping[];
  notes?: readonly string[];
}

export const collectionMeasured = ({ always }: Measuring, { criteria }: Asking) => always ?? criteria.collection;

/** The measures that are shown: of the collection that was chosen, in its order. */
export const wantedOf = (measuring: Measuring, asking: Asking): readonly Measure[] =>
  measuring.of(asking).filter(({ collection }) => collection === collectionMeasured(measuring, asking));

export const parts = (nth: number) => ({
  above: `m${nth}_above`,
  below: `m${nth}_below`,
  count: `m${nth}_count`,
  value: `m${nth}`,
});

/** A measure of one row as it reads on screen and in files: a figure, or why there is none. */
function measureCell(measure: Measure, nth: number, isAsked: boolean) {
  const { above, below, count } = parts(nth);
  return (row: ReportRow): StreamedCell => {
    const of = (key: string) => (row[key] === null || row[key] === undefined ? null : Number(row[key]));
    const reported = { due: Number(row.due), filed: Number(row.filed), nil: Number(row.nil) };
    const sums = { numerator: of(above), denominator: of(below), locations: of(count) ?? 0 };
    const reading = readingFrom(measure, isAsked, reported, sums);
    if (reading.state !== "known") return readingInWords(reading, measure.unit);
    return measure.unit === "percent" ? { share: reading.value } : Math.round(reading.value * 100) / 100;
  };
}

function columns(measuring: Measuring, asking: Asking): readonly ReportColumn[] {
  const { grouping, month, figures } = asking.criteria;
  const seasons = asking.calendar.seasonsIn(month);
  return [
    {
      key: "group_name",
      heading: groupingWords[grouping].one,
      sort: true,
      width: 36,
      cell: textCell("group_name", "Not placed"),
    },
    { key: "group_code", heading: "Code", width: 14 },
    {
      key: "due",
      heading: "Due",
      definition: "Locations that need to file the return.",
      numeric: true,
      sort: true,
      total: ["due"],
    },
    {
      key: "filed",
      heading: "Filed",
      definition: "Of those, how many filed in the window, including nil returns.",
      numeric: true,
      sort: true,
      total: ["filed"],
    },
    {
      key: "nil",
      heading: "Nil",
      definition: "Of those that filed, how many filed a nil return.",
      numeric: true,
      sort: true,
      total: ["nil"],
    },
    ...wantedOf(measuring, asking).flatMap((measure, nth): ReportColumn[] => {
      const { above, below, value } = parts(nth);
      const isAsked = isMeasured(measure, month, seasons);
      const main: ReportColumn = {
        key: value,
        heading: measure.label,
        definition: measure.definition,
        numeric: true,
        sort: true,
        cell: measureCell(measure, nth, isAsked),
        total: measure.denominator ? [above, below] : [above],
      };
      if (figures === "percentages" || !measure.denominator) return [main];
      return [
        main,
        {
          key: above,
          heading: `${measure.label}: ${inSentence(measure.numerator.words)}`,
          numeric: true,
          sort: true,
          total: [above],
          cell: sumCell(above),
        },
        {
          key: below,
          heading: `${measure.label}: out of`,
          definition: measure.denominator.words,
          numeric: true,
          sort: true,
          total: [below],
          cell: sumCell(below),
        },
      ];
    }),
  ];
}

const sumCell = (key: string) => (row: ReportRow) => (row[key] === null ? "Not reported" : Number(row[key]));

const factsNow = (measuring: Measuring, asking: Asking): Prisma.Sql => {
  const { calendar, asOf, criteria, scope } = asking;
  return Prisma.sql`select f.*, l.provider_id from (${factsSql({
    collection: collectionMeasured(measuring, asking),
    months: [criteria.month],
    calendar,
    asOf,
    locations: scope,
    standing: wantedOf(measuring, asking).some(({ standing }) => standing),
  })}) f join location l on l.id = f.location_id`;
};

/** The sums of each measure, by what they are grouped by. */
export function sumsSql(measuring: Measuring, asking: Asking, facts: Prisma.Sql): Prisma.Sql {
  const { criteria, user } = asking;
  const wanted = wantedOf(measuring, asking);
  const grouping = criteria.grouping === "location" ? "local_authority" : criteria.grouping;
  const sums = wanted.map(({ numerator, denominator }, nth) => {
    const { above, below, count } = parts(nth);
    const [over, under] = [numerator.of, denominator?.of ?? Prisma.sql`1`];
    const both = Prisma.sql`filter (where ${over} is not null and ${under} is not null)`;
    return Prisma.sql`(sum(${over}) ${both})::float8 as ${named(above)}, ${
      denominator ? Prisma.sql`(sum(${under}) ${both})::float8` : Prisma.sql`null::float8`
    } as ${named(below)}, (count(*) ${both})::int as ${named(count)}`;
  });
  const values = wanted.map(({ denominator }, nth) => {
    const { above, below, value } = parts(nth);
    return denominator
      ? Prisma.sql`${named(above)} / nullif(${named(below)}, 0) as ${named(value)}`
      : Prisma.sql`${named(above)} as ${named(value)}`;
  });
  return Prisma.sql`
    select *, ${Prisma.join(values)} from (
      select g.id, g.code as group_code, g.name as group_name, count(*)::int as due, (count(*) filter (where f.filed))::int as filed,
             (count(*) filter (where f.nil))::int as nil, ${Prisma.join(sums)}
        from (${facts}) f
       cross join lateral (select f.local_authority_id, f.sub_icb_id, f.provider_id) l
        ${groupJoin(grouping)}
       ${measuring.facts ? Prisma.sql`where g.id in (select a.id from area a where ${areasSummedForSql(user)})` : Prisma.empty}
       group by g.id, g.code, g.name) grouped`;
}

/** A report of sums by area or provider, made of measures. */
export const reportOf = (measuring: Measuring): LibraryReport => ({
  key: measuring.key,
  title: measuring.title,
  summary: measuring.summary,
  group: measuring.group,
  rows: "sums",
  criteria: [...(measuring.always ? [] : (["collection"] as const)), "month", "grouping", "figures", "search"],
  groupings: measuring.groupings ?? [
    ...(["local_authority", "sub_icb", "icb", "lrf", "nhs_region", "ons_region", "provider", "country"] as const),
  ],
  columns: (asking) => columns(measuring, asking),
  source: (asking) => sumsSql(measuring, asking, (measuring.facts ?? factsNow.bind(null, measuring))(asking)),
  sort: { by: "group_name" },
  notes: [
    ...(measuring.notes ?? []),
    "A percentage is the sum of all locations' figures divided by the sum of what they are out of. Locations that left either out do not count in it.",
    "The total is made the same way from the sums of the rows.",
    "We say which it is: nought, a nil return, not asked, not reported or not applicable.",
  ],
});
