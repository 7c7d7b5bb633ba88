import { Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";

/** What `closedNow` says, in a query that calls the location `l`: it is not closed at that moment. */
export const notClosedSql = (at: Date): Prisma.Sql =>
  Prisma.sql`coalesce(l.deregistered_on > ${dayOf(at)}::date, true)`;
