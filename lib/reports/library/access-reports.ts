import { filingKinds } from "@/lib/access/kinds";
import { Prisma } from "@/lib/db";
import { notClosedSql } from "@/lib/locations/not-closed";
import { momentCell, usersOfEach } from "./at-a-moment";
import { registerColumns, placeJoins, placeSql } from "./place-columns";
import type { Asking, LibraryReport, ReportColumn } from "./report";
import { textCell } from "./text-cell";

const filing = ({ scope, asOf }: Asking) => Prisma.sql`
  ${scope} l ${placeJoins}
  left join ${usersOfEach(asOf, scope)} us on us.location_id = l.id
  where l.types && ${filingKinds}::location_type[] and ${notClosedSql(asOf)}`;

/** Who could file: users and approvers of each location. */
export const usersPerLocation: LibraryReport = {
  key: "users",
  title: "Users and approvers per location",
  summary:
    "How many people can file for each location, how many of them are approvers, and when any of them last signed in.",
  group: "people",
  rows: "locations",
  criteria: ["search"],
  columns: () => [
    ...registerColumns,
    {
      key: "user_count",
      heading: "Users",
      definition: "People who can file for the location, including shared accounts.",
      numeric: true,
      sort: true,
      total: ["user_count"],
    },
    {
      key: "approvers",
      heading: "Approvers",
      definition: "Users who can approve others. Two are recommended.",
      numeric: true,
      sort: true,
      total: ["approvers"],
    },
    {
      key: "last_signed_in",
      heading: "Last signed in",
      definition: "When any of its users last signed in.",
      sort: "date",
      cell: momentCell("last_signed_in"),
    },
  ],
  source: (asking) => Prisma.sql`
    select l.id, ${placeSql}, coalesce(us.users, 0) as user_count, coalesce(us.approvers, 0) as approvers,
           us.last_signed_in
      from ${filing(asking)}`,
  sort: { by: "user_count" },
  notes: [
    "A location needs at least one approver, and two are recommended. With one user only, a holiday can mean a missed window.",
  ],
};

/** Who was given access where, and when it ended. */
export const accessAudit: LibraryReport = {
  key: "access",
  title: "Audit of access",
  summary: "Who was given access to which location, by whom, and when and why it ended.",
  group: "people",
  rows: "people",
  criteria: ["search"],
  columns: () => accessColumns,
  source: ({ scope, asOf }) => Prisma.sql`
    select g.id, ${placeSql}, a.full_name as person, a.email, g.level::text as level, g.granted_at, b.full_name as granted_by,
           case when g.ended_at <= ${asOf} then g.ended_at end as ended_at, case when g.ended_at <= ${asOf} then g.ended_reason end as ended_reason
      from access g join account a on a.id = g.account_id left join account b on b.id = g.granted_by_id
      join ${scope} l on l.id = g.location_id ${placeJoins}
     where g.granted_at <= ${asOf}`,
  sort: { by: "granted_at", descending: true },
  notes: ["Access to a whole provider or area is not listed here."],
};

const notEnded = "Has not ended";

const accessColumns: readonly ReportColumn[] = [
  { key: "location", heading: "Location", sort: true, width: 32 },
  { key: "cqc_id", heading: "CQC location ID", width: 18 },
  { key: "provider", heading: "Provider", sort: true, width: 32 },
  { key: "person", heading: "Person", sort: true, width: 24 },
  { key: "email", heading: "Email address", sort: true, width: 32 },
  { key: "level", heading: "Level", sort: true, cell: (row) => (row.level === "approver" ? "Approver" : "Standard") },
  { key: "granted_at", heading: "Given", sort: "date", cell: momentCell("granted_at") },
  { key: "granted_by", heading: "Given by", cell: textCell("granted_by", "The service") },
  { key: "ended_at", heading: "Ended", sort: "date", cell: momentCell("ended_at", notEnded) },
  {
    key: "ended_reason",
    heading: "Why it ended",
    cell: (row) => (row.ended_at ? textCell("ended_reason", "Not known")(row) : notEnded),
    width: 40,
  },
];
