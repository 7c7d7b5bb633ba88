import type { Month } from "@/lib/london";
import type { Beds } from "@/lib/questions/beds";
import type { AcceptedWarning } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { Answers } from "@/lib/questions/question";
import type { ReturnSource } from "@/lib/questions/return-source";
import { diceFor } from "./dice";
import { anyDayUpdates, bedUpdates, type Event, filings, type Nil } from "./events";
import { type Habit, type Mandated, unitKey } from "./habits";
import type { DemoMonths } from "./months";
import { Place } from "./place";
import { bedsOf, type DemoLocation, isA } from "./world";

/** Beds as a place stated them. */
export interface DemoBeds {
  location: DemoLocation;
  at: Date;
  source: ReturnSource;
  beds: Beds;
}

/** A return as a place filed it. */
export interface DemoReturn {
  location: DemoLocation;
  collection: Collection;
  month: Month;
  late: boolean;
  source: ReturnSource;
  nil: Nil | null;
  at: Date;
  supersededAt: Date | null;
  answers: Answers | null;
  beds: DemoBeds | null;
  accepted: readonly AcceptedWarning[];
}

export interface Story {
  returns: DemoReturn[];
  beds: DemoBeds[];
}

/** What a place said over the months, in the order in which it said it. */
export function storyOf(location: DemoLocation, habits: ReadonlyMap<string, Habit>, months: DemoMonths): Story {
  const place = new Place(location);
  const events = eventsOf(location, habits, months).sort((a, b) => a.at.getTime() - b.at.getTime());
  const story: Story = { returns: [], beds: [] };
  for (const event of events) {
    place.liveUntil(event.at);
    if (event.what === "beds") {
      const beds = place.beds();
      if (beds) story.beds.push({ location, at: event.at, source: "form", beds });
      continue;
    }
    const filed = place.file(event);
    for (const earlier of story.returns) if (replaces(filed, earlier)) earlier.supersededAt = filed.at;
    story.returns.push(filed);
    if (filed.beds) story.beds.push(filed.beds);
  }
  return story;
}

const replaces = (one: DemoReturn, earlier: DemoReturn) =>
  earlier.supersededAt === null &&
  earlier.collection === one.collection &&
  earlier.month === one.month &&
  earlier.late === one.late;

function eventsOf(location: DemoLocation, habits: ReadonlyMap<string, Habit>, months: DemoMonths): Event[] {
  const mandated = (["care_home", "home_care"] as const).filter((type) => isA(location, type));
  const filed = mandated.flatMap((collection: Mandated) => {
    const habit = habits.get(unitKey({ location, collection }));
    return habit ? filings(location, collection, habit, months) : [];
  });
  const own = (["hospice", "substance_misuse", "community"] as const).filter((type) => isA(location, type));
  const copes = mandated.length > 0 && diceFor(`coping of ${location.registerId}`).happens(0.2);
  const anyDay = [...own, ...(copes ? (["business_continuity"] as const) : [])];
  return [
    ...filed,
    ...anyDay.flatMap((collection) => anyDayUpdates(location, collection, months)),
    ...(bedsOf(location) > 0 ? bedUpdates(location, months) : []),
  ];
}
