import { Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";

/**
 * A month that a location was excused. The Business Services Authority decides; support records it. The month still
 * counts as missed, and the excuse is shown beside it.
 */
export interface Excuse {
  collection: Collection;
  month: Month;
  reason: string;
  at: Date;
}

/** Whether the excuse `x` was known at a moment: recorded by then, and not yet withdrawn. */
export const excuseKnownAt = (asOf: Date): Prisma.Sql =>
  Prisma.sql`x.at <= ${asOf} and (x.ended_at is null or x.ended_at > ${asOf})`;

/** The excuses of a location, as JSON for `readExcuses`. */
export const excusesSql = (locationId: number, asOf: Date): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('collection', x.collection, 'month', to_char(x.month, 'YYYY-MM'),
            'reason', x.reason, 'at', x.at) order by x.month), '[]')
     from excused_month x where x.location_id = ${locationId} and ${excuseKnownAt(asOf)})`;

export type ExcuseRow = Omit<Excuse, "at"> & { at: string };

export const readExcuses = (rows: readonly ExcuseRow[]): Excuse[] =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }));
