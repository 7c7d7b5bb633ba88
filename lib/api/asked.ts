import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { bedTypesOfLocation, locationBeds } from "@/lib/beds/location-beds";
import { type Collection, collectionsFor, isMandated } from "@/lib/questions/collections";
import { filingFactsOf } from "@/lib/returns/filing-facts";
import { bedTypesOf, figuresNow, figuresSeen } from "@/lib/returns/figures-now";
import { currentReturn } from "@/lib/returns/replaces";
import { windowFor } from "@/lib/windows/calendar";
import { isOpen, monthFor, type ReportingWindow, type WindowNow } from "@/lib/windows/reporting-window";
import { bedsSchema, returnSchema } from "./answer-schema";

/** A reporting window as systems read it: a return counts from the first moment to before the last. */
const windowSaid = ({ month, firstDay, lastDay, opensAt, closesAt }: ReportingWindow, now: Date) => ({
  ...{ month, firstDay, lastDay },
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
  open: opensAt <= now && now < closesAt,
});

/** The windows of everyone: the latest that has opened, to which a return filed now belongs, and the next. */
export const windowsSaid = ({ latestOpened, next }: WindowNow, now: Date) => ({
  latestOpened: windowSaid(latestOpened, now),
  next: windowSaid(next, now),
});

/**
 * What a location is asked of a collection now: as a JSON Schema, with the figures that stand and what names them for
 * "nothing has changed". Null if it does not file this, or they may not file for it.
 */
export async function askedOf(user: User, locationId: number, collection: Collection, now: Date) {
  const facts = await filingFactsOf(user, locationId, collection);
  if (!facts || !can(user, "file a return", facts.location.place)) return null;
  const { calendar, location } = facts;
  if (!collectionsFor(location.types, calendar.switched).includes(collection)) return null;
  const month = monthFor(now);
  const window = windowFor(calendar, month, now, locationId);
  const late = isMandated(collection) && !isOpen(window, now);
  return {
    ...{ location: locationId, collection, month, late },
    window: isMandated(collection) ? windowSaid(window, now) : null,
    standing: currentReturn(facts, month, late)?.reference ?? null,
    figures: facts.past.length > 0 ? figuresSeen(facts) : null,
    last: figuresNow(facts, collection, month),
    schema: returnSchema(collection, month, calendar.seasonsIn(month), bedTypesOf(facts, collection, month)),
  };
}

/**
 * The beds of a location as last stated, with what names the statement, for whoever files for it or oversees it; null if
 * they see no such location or it counts no beds.
 */
export async function bedsSaid(user: User, locationId: number, now: Date) {
  const found = await locationBeds(user, locationId);
  const bedTypes = found && bedTypesOfLocation(found, now);
  if (!found || !bedTypes || bedTypes.length === 0) return null;
  const { newestBeds } = found;
  return {
    location: locationId,
    beds: newestBeds?.beds ?? null,
    statement: newestBeds?.id ?? null,
    statedAt: newestBeds?.at.toISOString() ?? null,
    schema: bedsSchema(bedTypes),
  };
}
