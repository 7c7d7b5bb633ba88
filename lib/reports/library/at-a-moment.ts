import { countedThenSql } from "@/lib/access/grants";
import { filingKinds } from "@/lib/access/kinds";
import { Prisma } from "@/lib/db";
import { formatDateTime } from "@/lib/format";
import type { ReportRow } from "./report";

/**
 * How many people could file for each location of `scope` at a moment, how many of them were approvers, and when any of
 * them had last signed in: a relation of `location_id`, `users`, `approvers` and `last_signed_in`, counted for all at
 * once. A location that no one could file for has no row.
 */
export function usersOfEach(asOf: Date, scope: Prisma.Sql): Prisma.Sql {
  const reach = (reaches: Prisma.Sql) => Prisma.sql`
    select l.id as location_id, g.account_id, g.level from access g join ${scope} l on ${reaches} where ${countedThenSql(asOf)}`;
  const ways = [
    reach(Prisma.sql`l.id = g.location_id`),
    reach(Prisma.sql`l.provider_id = g.provider_id`),
    reach(Prisma.sql`l.dual_provider_id = g.provider_id`),
  ];
  return Prisma.sql`
    (select r.location_id, count(distinct r.account_id)::int as users,
            (count(distinct r.account_id) filter (where r.level = 'approver'))::int as approvers,
            max(a.last_signed_in_at) filter (where a.last_signed_in_at <= ${asOf}) as last_signed_in
       from (${Prisma.join(ways, " union all ")}) r join account a on a.id = r.account_id
      where (a.deactivated_at is null or a.deactivated_at > ${asOf}) and a.kind = any(${filingKinds}::account_kind[])
      group by r.location_id)`;
}

/** The returns that counted at a moment: in time, filed by then and not yet replaced. */
export const countedAt = (asOf: Date): Prisma.Sql =>
  Prisma.sql`not r.late and r.submitted_at <= ${asOf} and (r.superseded_at is null or r.superseded_at > ${asOf})`;

/** A moment as people read it, in London's time, or "Never". */
export const momentCell =
  (key: string, never = "Never") =>
  (row: ReportRow): string =>
    typeof row[key] === "string" ? formatDateTime(new Date(row[key])) : never;
