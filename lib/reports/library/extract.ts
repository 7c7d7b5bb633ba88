import { Prisma } from "@/lib/db";
import { countedAt } from "./at-a-moment";
import { careHomeExtract, nonResidentialExtract } from "./extract-columns";
import { named } from "./named";
import { placeJoins } from "./place-columns";
import type { Asking, LibraryReport, ReportColumn, ReportRow } from "./report";

const columnsOf = ({ criteria }: Pick<Asking, "criteria">) =>
  criteria.collection === "care_home" ? careHomeExtract : nonResidentialExtract;

const sortable = ["location", "cqcid", "local_authority"];
const texts = new Set(["cqcid", "odscode"]);

/** As it stands in the row: nothing is put in the place of what is not there. */
const asItIs = (key: string) => (row: ReportRow) => {
  const value = row[key] ?? null;
  return typeof value === "boolean" ? null : value;
};

function columns(asking: Asking): ReportColumn[] {
  const all = Object.keys(columnsOf(asking)).map((key): ReportColumn => {
    const sorted = sortable.includes(key) && { sort: true as const };
    return { key, heading: key, width: texts.has(key) ? 16 : 20, ...sorted, cell: asItIs(key) };
  });
  return [
    ...all,
    {
      key: "nilreturn",
      heading: "nilreturn",
      definition:
        "Not a column of the tracker's: Yes for a nil return, whose figures are left empty and are not nought.",
      cell: asItIs("nilreturn"),
    },
  ];
}

function source(asking: Asking): Prisma.Sql {
  const { criteria, asOf, scope } = asking;
  const { collection, month } = criteria;
  const chosen = Object.entries(columnsOf(asking)).map(([key, sql]) => Prisma.sql`${sql} as ${named(key)}`);
  const answers =
    collection === "care_home"
      ? Prisma.sql`left join care_home_answers a on a.return_id = r.id`
      : Prisma.sql`left join home_care_answers a on a.return_id = r.id`;
  return Prisma.sql`
    select l.id, ${Prisma.join(chosen)}, case when r.nil_reason is not null then 'Yes' else 'No' end as nilreturn
      from "return" r join ${scope} l on l.id = r.location_id ${placeJoins}
      left join area lf on lf.id = c.lrf_id
      left join area ors on ors.id = c.ons_region_id
      ${answers}
      left join bed_update u on u.id = r.bed_update_id
      left join lateral (select sum(n.capacity)::int as capacity, sum(n.occupied)::int as occupied, sum(n.accepting)::int as accepting
                           from bed_count n where n.bed_update_id = r.bed_update_id) b on true
      left join lateral (
        select ka.* from "return" kr join continuity_answers ka on ka.return_id = kr.id
         where kr.location_id = l.id and kr.collection = 'business_continuity' and kr.submitted_at <= ${asOf}
           and kr.month <= ${`${month}-01`}::date
         order by kr.submitted_at desc limit 1) k on true
     where r.collection = ${collection}::collection and r.month = ${`${month}-01`}::date and ${countedAt(asOf)}`;
}

/** Returns under the column names of the tracker that people's own tools read. */
export const trackerExtract: LibraryReport = {
  key: "extract",
  title: "Extract with Capacity Tracker column names",
  summary:
    "Each location’s return for one window, one row per location, with the column names used in Capacity Tracker extracts.",
  group: "extract",
  rows: "locations",
  criteria: ["collection", "month", "search"],
  columns,
  source,
  sort: { by: "location" },
  notes: [
    "Figures are as they were filed. What was not asked or left blank is empty. So are the figures of a nil return: noughts that no one entered would pull down sums and averages.",
    "ccg, stp, legacycovidconfirmed, legacycovidsuspected and flu_vaccination_autumn_23 are kept so that systems that read the file still work. This service does not hold them.",
    "Beds that CQC has registered to two providers at one location appear under both.",
  ],
};
