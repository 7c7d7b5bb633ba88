import { Prisma } from "@/lib/db";
import { formatList, formatMonth } from "@/lib/format";
import { excuseKnownAt } from "@/lib/windows/excuses";
import { standingsSql } from "@/lib/windows/standings";
import { usersOfEach } from "./at-a-moment";
import { registerColumns, placeJoins, placeSql } from "./place-columns";
import type { Asking, LibraryReport, ReportRow } from "./report";

const standingWords = (asking: Asking, row: ReportRow) =>
  standingsSql(asking.criteria.collection, asking.calendar, asking.asOf).read({
    missed: Number(row.missed),
    open: row.open === true,
  });

/** At risk, and at the threshold of a notice. */
export const atRisk: LibraryReport = {
  key: "at-risk",
  title: "At risk",
  summary: "Locations that missed the last 2 windows, or have reached the threshold for a notice of intent.",
  group: "returns",
  rows: "locations",
  criteria: ["collection", "search"],
  columns: (asking) => [
    ...registerColumns,
    { key: "telephone", heading: "Telephone", width: 16 },
    {
      key: "notice",
      heading: "Compliance",
      sort: true,
      cell: (row) => (row.notice ? "Notice threshold reached" : "At risk"),
      definition: "At risk: the last 2 windows were missed. Notice threshold: the last 3, or any 4 of the last 12.",
    },
    {
      key: "missed_count",
      heading: "Missed in 12",
      definition: "How many of the last 12 windows were missed, including excused ones.",
      numeric: true,
      sort: true,
      total: ["missed_count"],
    },
    {
      key: "missed",
      heading: "Because of",
      cell: (row) => formatList(standingWords(asking, row).because.map(formatMonth)),
      width: 40,
    },
    {
      key: "excused",
      heading: "Excused months",
      definition: "Months that the NHS Business Services Authority excused. They still count as missed.",
      cell: (row) => (typeof row.excused === "string" && row.excused ? row.excused : "None"),
    },
    { key: "user_count", heading: "Users", numeric: true, sort: true, total: ["user_count"] },
  ],
  source: ({ criteria: { collection }, calendar, asOf, scope }) => {
    const standing = standingsSql(collection, calendar, asOf);
    return Prisma.sql`
      with scope as materialized (select l.* from ${scope} l)
      select l.id, ${placeSql}, l.telephone, ${standing.atThreshold} as notice, s.missed, s.open,
             bit_count(int4send(s.missed))::int as missed_count, coalesce(us.users, 0) as user_count,
             (select string_agg(to_char(x.month, 'FMMonth YYYY'), ', ' order by x.month) from excused_month x
               where x.location_id = l.id and x.collection = ${collection}::collection and ${excuseKnownAt(asOf)}) as excused
        from (${standing.of(Prisma.sql`scope`)}) s join scope l on l.id = s.location_id ${placeJoins}
        left join ${usersOfEach(asOf, Prisma.sql`scope`)} us on us.location_id = l.id
       where ${standing.atRiskOrWorse}`;
  },
  sort: { by: "missed_count", descending: true },
  notes: [
    "An open window counts once a return has been filed in it.",
    "The NHS Business Services Authority decides whether to send a notice.",
  ],
};
