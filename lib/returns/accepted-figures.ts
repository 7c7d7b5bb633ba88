import { Prisma } from "@/lib/db";
import { spoken } from "@/lib/questions/problem";
import type { Month } from "@/lib/london";
import { checksOfFigures } from "@/lib/questions/checks";
import type { Collection } from "@/lib/questions/collections";
import type { Season } from "@/lib/questions/seasons";

/**
 * A figure of one location and window that support has accepted against one check, and why. It is not an excused month:
 * the return is still due, and every other check still holds.
 */
export interface AcceptedFigure {
  month: Month;
  code: string;
  figure: number;
  reason: string;
}

/** The accepted figures of a location's return that have not been taken back. */
export const acceptedFiguresSql = (locationId: Prisma.Sql, collection: Collection): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('month', to_char(k.month, 'YYYY-MM'), 'code', k.code, 'figure', k.figure,
            'reason', k.reason) order by k.id), '[]')
     from accepted_check k
    where k.location_id = ${locationId} and k.collection = ${collection}::collection and k.ended_at is null)`;

/** Those of one window, as the check takes them. */
export const figuresAccepted = (all: readonly AcceptedFigure[], month: Month) =>
  new Map(all.flatMap((each) => (each.month === month ? [[each.code, each] as const] : [])));

/** What stands beside a figure that support has accepted, by its field: "beds" for the beds of all types together. */
export function notesOfSupport(
  all: readonly AcceptedFigure[],
  collection: Collection,
  month: Month,
  seasons: readonly Season[],
): Record<string, string[]> {
  const notes: Record<string, string[]> = {};
  const accepted = figuresAccepted(all, month);
  for (const { code, field, figure } of accepted.size > 0 ? checksOfFigures(collection, month, seasons) : []) {
    const known = accepted.get(code);
    if (known)
      (notes[field] ??= []).push(
        `The support team has accepted ${spoken(known.figure)} here for this window (${figure}). Their reason: ${known.reason}`,
      );
  }
  return notes;
}
