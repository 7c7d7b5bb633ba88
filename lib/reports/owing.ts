import type { MandatedCollection } from "@/lib/questions/collections";
import { locationsSeenBy } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { Prisma } from "@/lib/db";
import type { Calendar } from "@/lib/windows/calendar";
import { owedSql } from "@/lib/windows/owed";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

export type { MandatedCollection } from "@/lib/questions/collections";

export interface SeenArea {
  id: number;
  kind: AreaKind;
  code: string;
  name: string;
}

/** A parent organisation whose locations' sums someone may see. */
export interface SeenOrganisation {
  id: number;
  kind: "organisation";
  name: string;
}

/** The locations of an area or an organisation that someone may see, as a relation with location's own columns. */
export const locationsOf = (user: User, of: SeenArea | SeenOrganisation): Prisma.Sql =>
  of.kind === "organisation"
    ? Prisma.sql`(select l.* from ${locationsSeenBy(user)} l where l.provider_id = ${of.id})`
    : locationsSeenBy(user, of);

/** Locations of `of` that `user` may see and that owe `collection` for `window`. */
export const owing = (
  user: User,
  of: SeenArea | SeenOrganisation,
  collection: MandatedCollection,
  window: ReportingWindow,
  calendar: Calendar,
  asOf: Date,
) => {
  const locations = locationsOf(user, of);
  const owed = owedSql({ collection, months: [window.month], calendar, asOf, locations });
  return Prisma.sql`select l.* from location l join (${owed}) o on o.location_id = l.id`;
};

/** The returns of a window that count. */
export const countedReturns = (collection: MandatedCollection, window: ReportingWindow) => Prisma.sql`
  select r.* from "return" r
   where r.month = ${`${window.month}-01`}::date and r.collection = ${collection}::collection
     and not r.late and r.superseded_at is null`;
