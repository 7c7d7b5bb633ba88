import { Prisma } from "@/lib/db";

/** Where access reaches: one location, one provider's locations, one area, or (all null) the service as such. */
export interface AccessTarget {
  readonly locationId: number | null;
  readonly providerId: number | null;
  readonly areaId: number | null;
}

/** Access that counts at that time: it has not ended, and its last day has not passed. */
export const countsNow = (now: Date) =>
  ({ endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }) satisfies Prisma.AccessWhereInput;

/** `countsNow` for a query that calls access `g`. */
export const countsNowSql = (now: Date): Prisma.Sql =>
  Prisma.sql`g.ended_at is null and (g.ends_at is null or g.ends_at > ${now})`;

/** Access `g` that counted at a moment that may be past: given by then, and neither ended nor past its last day. */
export const countedThenSql = (at: Date): Prisma.Sql => Prisma.sql`
  g.granted_at <= ${at} and (g.ended_at is null or g.ended_at > ${at}) and (g.ends_at is null or g.ends_at > ${at})`;

/** `countsNow` of access that was read. */
export const isCounting = ({ endedAt, endsAt }: { endedAt: Date | null; endsAt: Date | null }, now: Date): boolean =>
  endedAt === null && (endsAt === null || endsAt > now);

/** Access whose last day has passed and whose end is still to be written. It counts for nothing. */
export const hasRunOut = (now: Date) => ({ endedAt: null, endsAt: { lte: now } }) satisfies Prisma.AccessWhereInput;

/** Do both reach the same place? */
export const sameTarget = (a: AccessTarget, b: AccessTarget): boolean =>
  a.locationId === b.locationId && a.providerId === b.providerId && a.areaId === b.areaId;
