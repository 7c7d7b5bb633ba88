import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { closedNow } from "@/lib/locations/closed";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";
import type { Month } from "@/lib/london";
import { type Collection, collectionKeys, collectionsFor } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { openSurveys } from "@/lib/surveys/open-surveys";
import { type Calendar, calendarSql, readCalendar } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { sectionsOf } from "./columns";
import { versionOf } from "./mark";
import { surveySheets } from "./survey-sheets";
import type { SurveySheet, WorkbookSheet } from "./workbook-sheet";

/** A location that someone may file for, and the number that its register knows it by. */
export interface Subject extends RegisteredLocation {
  registerId: string;
  collections: Collection[];
}

/**
 * What someone's workbook of a month is about: their locations in order of name, the sheets these need, and those of
 * their open surveys.
 */
export interface Subjects {
  month: Month;
  calendar: Calendar;
  locations: Subject[];
  sections: WorkbookSheet[];
  surveys: SurveySheet[];
}

/** The locations that someone may file for now, and the sheets of a workbook for them; none if they file nothing. */
export async function subjectsOf(user: User, now: Date): Promise<Subjects> {
  const [row] = await db.$queryRaw<
    { calendar: string; locations: { location: RegisteredLocationRow; registerId: string }[] }[]
  >`
    select ${calendarSql} as calendar,
      (select coalesce(json_agg(json_build_object('location', ${registeredLocationSql}, 'registerId', l.register_id)
                                order by l.name, l.id), '[]')
         from ${locationWithAreas} where ${locationsVisibleToSql(user)}) as locations`;
  const calendar = readCalendar(row?.calendar ?? "");
  const month = monthFor(now);
  const locations = (row?.locations ?? [])
    .map(({ location, registerId }) => ({ ...readRegisteredLocation(location), registerId }))
    .filter((location) => can(user, "file a return", location.place) && !closedNow(location, now))
    .map((location) => ({ ...location, collections: collectionsFor(location.types, calendar.switched) }));
  const asked = collectionKeys.filter((key) => locations.some(({ collections }) => collections.includes(key)));
  const answering = locations.filter(({ place }) => can(user, "answer a survey", place)).map(({ id }) => id);
  const surveys = answering.length > 0 ? surveySheets(await openSurveys(user, answering, now), month) : [];
  return { month, calendar, locations, sections: asked.flatMap((key) => sectionsIn(calendar, key, month)), surveys };
}

/** The sheets of one collection, as it is asked in a month. */
const sectionsIn = (calendar: Calendar, collection: Collection, month: Month): WorkbookSheet[] =>
  sectionsOf(
    collection,
    month,
    calendar.seasonsIn(month),
    countsBeds(collection) ? calendar.bedTypesFor([collection], month) : [],
    versionOf,
  );
