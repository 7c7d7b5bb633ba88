import { countedThenSql } from "@/lib/access/grants";
import { filingKinds } from "@/lib/access/kinds";
import { Prisma } from "@/lib/db";
import { formatDateTime } from "@/lib/format";
import type { ReportRow } from "./report";

/** How many people could file for a location `l` at a moment. */
export const usersAt = (asOf: Date, approversAlone = false): Prisma.Sql => Prisma.sql`
  (select count(distinct a.id)::int from access g join account a on a.id = g.account_id
    where ${countedThenSql(asOf)}
      and (a.deactivated_at is null or a.deactivated_at > ${asOf}) and a.kind = any(${filingKinds}::account_kind[])
      and (not ${approversAlone} or g.level = 'approver')
      and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id)))`;

/** The returns that counted at a moment: in time, filed by then and not yet replaced. */
export const countedAt = (asOf: Date): Prisma.Sql =>
  Prisma.sql`not r.late and r.submitted_at <= ${asOf} and (r.superseded_at is null or r.superseded_at > ${asOf})`;

/** A moment as it is read: London's, or "Never". */
export const momentCell =
  (key: string, never = "Never") =>
  (row: ReportRow): string =>
    typeof row[key] === "string" ? formatDateTime(new Date(row[key])) : never;
