import { Prisma } from "@/lib/db";
import { saidSql } from "@/lib/reports/facts";
import { textCell } from "@/lib/reports/library/text-cell";
import { groupingWords } from "@/lib/reports/library/groupings";
import {
  collectionMeasured,
  type Measuring,
  parts,
  reportOf,
  sumsSql,
  wantedOf,
} from "@/lib/reports/library/measure-report";
import { named } from "@/lib/reports/library/named";
import type { Asking, LibraryReport, ReportColumn, ReportRow } from "@/lib/reports/library/report";
import { measures } from "@/lib/reports/metrics";

/** Which return counts: the one that did when the window closed, or the newest since, including late ones. */
const returnOf = {
  close: Prisma.sql`not x.late and x.submitted_at < w.closes_at and (x.superseded_at is null or x.superseded_at >= w.closes_at)`,
  since: (asOf: Date) =>
    Prisma.sql`x.submitted_at <= ${asOf} and (x.superseded_at is null or x.superseded_at > ${asOf})`,
};

/** One row for each location that owed the return when the window closed, with what it said in the return `which` picks. */
const frozenFacts = (asking: Asking, which: Prisma.Sql): Prisma.Sql => {
  const collection = collectionMeasured(official, asking);
  const said = saidSql(Prisma.sql`o.once`)[collection];
  const month = `${asking.criteria.month}-01`;
  return Prisma.sql`
    select o.location_id, o.month, o.local_authority_id, null::int as sub_icb_id, null::int as provider_id, o.older,
           r.id is not null as filed, r.nil_reason is not null as nil, r.submitted_at as filed_at ${said?.columns ?? Prisma.empty}
      from owed_at_close o join frozen_window w on w.month = o.month
      left join lateral (
        select * from "return" x
         where x.location_id = o.location_id and x.collection = o.collection and x.month = o.month and ${which}
         order by x.submitted_at desc, x.id desc limit 1) r on true
      ${said?.joins ?? Prisma.empty}
     where o.month = ${month}::date and o.collection = ${collection}::collection`;
};

const official: Measuring = {
  key: "official-statistics",
  title: "Official statistics",
  summary: "The published measures at England, region and council level, as they stood when a window closed.",
  group: "official",
  of: () => measures.filter((measure) => measure.official),
  facts: (asking) => frozenFacts(asking, returnOf.close),
  groupings: ["country", "nhs_region", "ons_region", "local_authority"],
  notes: [
    "Who owed the return, and each location's council and kind, are kept from the close of the window: these figures stay the same when returns are replaced, or locations move, close or change.",
    "Where a return was replaced later, see Corrections to official statistics.",
  ],
};

/** The measures of official statistics, with their numerators and denominators, as of a window's close. */
export const officialStatistics: LibraryReport = reportOf(official);

/** Each figure that is not today what it was when the window closed, side by side. */
function correctionsSql(asking: Asking): Prisma.Sql {
  const [was, is] = [returnOf.close, returnOf.since(asking.asOf)].map((which) =>
    sumsSql(official, asking, frozenFacts(asking, which)),
  ) as [Prisma.Sql, Prisma.Sql];
  const each = wantedOf(official, asking).map(({ label, unit }, nth) => {
    const value = named(parts(nth).value);
    return Prisma.sql`(${nth}::int, ${label}::text, ${unit}::text, was.${value}::float8, is_now.${value}::float8)`;
  });
  return Prisma.sql`
    select was.id * 100 + v.nth as id, was.group_name, was.group_code, v.measure, v.unit, v.was, v.is_now, was.filed as filed_then,
           is_now.filed as filed_since
      from (${was}) was join (${is}) is_now on is_now.id = was.id
     cross join lateral (values ${Prisma.join(each)}) v(nth, measure, unit, was, is_now)
     where v.was is distinct from v.is_now`;
}

const figure = (key: string) => (row: ReportRow) => {
  const value = row[key];
  if (typeof value !== "number") return "Not reported";
  return row.unit === "percent" ? { share: value } : Math.round(value * 100) / 100;
};

const columns = ({ criteria }: Asking): ReportColumn[] => [
  {
    key: "group_name",
    heading: groupingWords[criteria.grouping].one,
    sort: true,
    width: 36,
    cell: textCell("group_name", "Not placed"),
  },
  { key: "group_code", heading: "Code", width: 14 },
  { key: "measure", heading: "Measure", sort: true, width: 40 },
  {
    key: "was",
    heading: "At the close",
    numeric: true,
    cell: figure("was"),
    definition: "As published: from the returns that counted when the window closed.",
  },
  {
    key: "is_now",
    heading: "With corrections",
    numeric: true,
    cell: figure("is_now"),
    definition: "From each location’s newest return for that window, including later corrections.",
  },
  { key: "filed_then", heading: "Filed at the close", numeric: true },
  { key: "filed_since", heading: "Filed since", numeric: true },
];

/** What was revised of official statistics since a window closed. */
export const officialCorrections: LibraryReport = {
  key: "official-corrections",
  title: "Corrections to official statistics",
  summary: "Published figures that would change if returns filed or corrected after the window closed were included.",
  group: "official",
  rows: "sums",
  criteria: ["collection", "month", "grouping", "search"],
  groupings: ["country", "nhs_region", "ons_region", "local_authority"],
  columns,
  source: correctionsSql,
  sort: { by: "group_name" },
  notes: ["Both figures count the locations that owed the return when the window closed."],
};
