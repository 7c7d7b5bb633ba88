import { kindsWithBeds } from "@/lib/access/kinds";
import { usualShelfDays } from "@/lib/capacity/candidates";
import { doubtedSql, medianHoursSql } from "@/lib/capacity/doubts-cleared";
import { Prisma } from "@/lib/db";
import { notClosedSql } from "@/lib/locations/not-closed";
import { countedAt, momentCell } from "./at-a-moment";
import { registerColumns, placeJoins, placeSql } from "./place-columns";
import type { LibraryReport } from "./report";

const doubtDays = 90;

/** Of location `l`: how many statements were doubted lately, and after how many hours another followed. */
const doubtsOf = (asOf: Date): Prisma.Sql => Prisma.sql`
  (select count(*)::int as doubted, ${medianHoursSql} as hours
     from ${doubtedSql(new Date(asOf.getTime() - doubtDays * 86_400_000), asOf)} d where d.location_id = l.id)`;

/** When each home last confirmed what is free, and whether it can be relied on. */
export const vacancyFreshness: LibraryReport = {
  key: "vacancy-freshness",
  title: "Vacancy freshness",
  summary:
    "When each location last stated its beds, how long its vacancies usually last, and how often they were found taken.",
  group: "quality",
  rows: "locations",
  criteria: ["search"],
  columns: () => [
    ...registerColumns,
    { key: "said_at", heading: "Beds last stated", sort: "date", cell: momentCell("said_at") },
    { key: "age_days", heading: "Days ago", numeric: true, sort: true, cell: (row) => row.age_days as number | null },
    {
      key: "shelf_days",
      heading: "Usual days",
      definition: "How many days vacancies usually last there, as learnt from its own updates.",
      numeric: true,
      sort: true,
    },
    {
      key: "accepting",
      heading: "Beds accepting",
      definition: "Vacant beds accepting admissions, as it last stated them.",
      numeric: true,
      sort: true,
      total: ["accepting"],
    },
    {
      key: "doubts",
      heading: "Found taken",
      definition: "How many organisations have since rung about one of those beds and found it taken.",
      numeric: true,
      sort: true,
      total: ["doubts"],
    },
    {
      key: "doubted",
      heading: "Doubted in 90 days",
      definition: "How many of its statements of beds someone found out of date in the last 90 days.",
      numeric: true,
      sort: true,
      total: ["doubted"],
    },
    {
      key: "hours_to_confirm",
      heading: "Hours from doubt to confirmation",
      definition:
        "Median hours from someone first finding a bed taken to the location confirming or changing its beds.",
      numeric: true,
      sort: true,
    },
  ],
  source: (asking) => Prisma.sql`
    select l.id, ${placeSql}, u.at as said_at, floor(extract(epoch from ${asking.asOf}::timestamptz - u.at) / 86400)::int as age_days,
           round(coalesce(learnt.days, kind.days, ${usualShelfDays}::float8)::numeric, 1)::float8 as shelf_days,
           coalesce((select sum(c.accepting)::int from bed_count c where c.bed_update_id = u.id and c.open is not false), 0) as accepting,
           (select count(distinct o.organisation)::int from call_outcome o
             where o.bed_update_id = u.id and o.result = 'taken' and o.at <= ${asking.asOf}) as doubts,
           doubt.doubted, round(doubt.hours::numeric, 1)::float8 as hours_to_confirm
      from ${asking.scope} l ${placeJoins}
      left join lateral (select * from bed_update b where b.location_id = l.id and b.at <= ${asking.asOf} order by b.id desc limit 1) u on true
      left join lateral ${doubtsOf(asking.asOf)} doubt on true
      left join shelf_life learnt on learnt.location_id = l.id
      left join shelf_life_of_kind kind on kind.kind = l.types[1]
     where l.types && ${kindsWithBeds}::location_type[] and ${notClosedSql(asking.asOf)}`,
  sort: { by: "age_days", descending: true },
  notes: ["A statement is a return, or an update on any day."],
};

/** Figures that deserve a second look. */
export const dataQuality: LibraryReport = {
  key: "data-quality",
  title: "Data quality",
  summary: "Warnings that people accepted, and figures that have not changed for a long time.",
  group: "quality",
  rows: "locations",
  criteria: ["collection", "search"],
  columns: () => [
    ...registerColumns,
    { key: "filed_at", heading: "Last filed", sort: "date", cell: momentCell("filed_at") },
    {
      key: "warnings",
      heading: "Warnings accepted",
      definition: "Warnings that were accepted as right in its newest return.",
      numeric: true,
      sort: true,
      total: ["warnings"],
    },
    {
      key: "with_reason",
      heading: "With a reason",
      definition: "Of those, how many were accepted with a reason.",
      numeric: true,
      sort: true,
      total: ["with_reason"],
    },
    {
      key: "warning_texts",
      heading: "Which",
      cell: (row) => (row.warning_texts as string | null) ?? "None",
      width: 60,
    },
    {
      key: "unchanged",
      heading: "Unchanged in a row",
      definition: "How many returns in a row, up to the newest, said that nothing had changed.",
      numeric: true,
      sort: true,
      total: ["unchanged"],
    },
    {
      key: "agency_equal",
      heading: "Agency equals employed",
      definition: "Agency staff equal the staff employed directly, and are not nought: often a mistake.",
      sort: true,
      cell: (row) => (row.agency_equal ? "Yes" : "No"),
    },
  ],
  source: ({ criteria: { collection }, scope, asOf }) => Prisma.sql`
    select l.id, ${placeSql}, n.submitted_at as filed_at, w.warnings, w.with_reason, w.warning_texts, s.unchanged,
           ${
             collection === "care_home"
               ? Prisma.sql`exists (select from care_home_answers a where a.return_id = n.id
                    and a.nurses_employed + a.care_workers_employed > 0
                    and a.nurses_employed = a.agency_nurses and a.care_workers_employed = a.agency_care_workers)`
               : Prisma.sql`false`
           } as agency_equal
      from ${scope} l ${placeJoins}
      join lateral (select r.* from "return" r where r.location_id = l.id and r.collection = ${collection}::collection and ${countedAt(asOf)}
                     order by r.month desc, r.id desc limit 1) n on true
      cross join lateral (
        select count(*)::int as warnings, count(aw.reason)::int as with_reason, string_agg(aw.message, '; ' order by aw.code) as warning_texts
          from accepted_warning aw where aw.return_id = n.id) w
      cross join lateral (
        select count(*)::int as unchanged from "return" r
         where r.location_id = l.id and r.collection = ${collection}::collection and ${countedAt(asOf)} and r.source in ('unchanged', 'reminder')
           and r.month > coalesce((select max(r.month) from "return" r where r.location_id = l.id and r.collection = ${collection}::collection
                                      and ${countedAt(asOf)} and r.source not in ('unchanged', 'reminder')), '-infinity'::date)) s`,
  sort: { by: "warnings", descending: true },
  notes: [
    "Only locations that have filed are listed.",
    "A warning is not a mistake: it asks whether an unusual figure is right.",
  ],
};
