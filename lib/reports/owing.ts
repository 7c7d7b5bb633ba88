import { locationsInArea, locationsVisibleToSql } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { Prisma } from "@/lib/db";
import type { Calendar } from "@/lib/windows/calendar";
import type { ReportingWindow } from "@/lib/windows/reporting-window";
import { registeredBefore } from "@/lib/windows/registration";
import { askedOf } from "@/lib/windows/standings";

export type MandatedCollection = "care_home" | "home_care";

export interface SeenArea {
  id: number;
  kind: AreaKind;
  code: string;
  name: string;
}

/** Locations of `area` that `user` may see and that owe `collection` for `window`. */
export const owing = (
  user: User,
  area: SeenArea,
  collection: MandatedCollection,
  window: ReportingWindow,
  calendar: Calendar,
) => Prisma.sql`
  select l.* from location l
   where ${locationsInArea(area)} and ${locationsVisibleToSql(user)}
     and l.types && ${[...askedOf(collection, calendar)]}::location_type[]
     and ${window.month >= (calendar.owedFrom ?? "")}
     and (l.registered_on is null or l.registered_on <= ${registeredBefore(window.firstDay)}::date)
     and (l.deregistered_on is null or l.deregistered_on > ${window.lastDay}::date)`;

/** The returns of a window that count. */
export const counted = (collection: MandatedCollection, window: ReportingWindow) => Prisma.sql`
  select r.* from "return" r
   where r.month = ${`${window.month}-01`}::date and r.collection = ${collection}::collection
     and not r.late and r.superseded_at is null`;
