import { setImmediate } from "node:timers/promises";
import { startOfDay } from "@/lib/london";
import { diceFor } from "@/prisma/seed/demo/dice";
import { type Habit, unitKey, unitsOf } from "@/prisma/seed/demo/habits";
import { type DemoMonths, firstDay } from "@/prisma/seed/demo/months";
import { backgroundPeople } from "@/prisma/seed/demo/people";
import { type Story, storyOf } from "@/prisma/seed/demo/story";
import type { DemoLocation, DemoPerson } from "@/prisma/seed/demo/world";
import type { Manager } from "@/prisma/seed/demo/people";
import { byShare } from "./by-share";
import { figures, missing } from "./figures";
import type { Place } from "./places";

/** Some locations with what they reported over the months, and who works there. */
export interface World {
  places: readonly Place[];
  stories: ReadonlyMap<DemoLocation, Story>;
  people: readonly DemoPerson[];
  managers: readonly Manager[];
}

const day = 86_400_000;
const silence: Story = { returns: [], beds: [] };

/** So many places at once, then the database is seen to that is writing those before. */
const breath = 4;

/** `addresses` are the email addresses already in use, each with a count. */
export async function worldOf(
  places: readonly Place[],
  months: DemoMonths,
  addresses: Map<string, number>,
): Promise<World> {
  const nobody = new Set<DemoLocation>(places.filter(isWithout));
  const habits = new Map(unitsOf(places).map((unit) => [unitKey(unit), habitOf(unitKey(unit))]));
  const stories = new Map<DemoLocation, Story>();
  for (const place of places) {
    if (stories.size % breath === 0) await setImmediate();
    stories.set(place, nobody.has(place) || !reports(place) ? silence : storyOf(place, habits, months));
  }
  const since = new Date(startOfDay(firstDay(months)).getTime() - 40 * day);
  const told = { own: [], stories, nobody, since, now: months.now };
  return { places, stories, ...backgroundPeople(places, told, addresses) };
}

const reports = ({ types }: Place) => types.includes("care_home") || types.includes("home_care");

/** Some locations have no accounts, nor do most of those that do not report. */
const isWithout = (place: Place): boolean =>
  diceFor(`nobody at ${place.registerId}`).happens(reports(place) ? figures.nobody : 0.9);

function habitOf(key: string): Habit {
  const dice = diceFor(`habit of ${key}`);
  return { misses: byShare(dice, missing), follows: dice.pick([0.2, 0.8]), missed: new Set(), waits: false };
}
