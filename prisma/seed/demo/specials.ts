import { addDays, addMonths, type Day, dayIn, monthOfDay } from "@/lib/london";
import { certain } from "./certain";
import { diceFor } from "./dice";
import type { DemoMonths } from "./months";
import { type DemoLocation, isA } from "./world";

/** Places that are out of the ordinary, and why. */
export interface Specials {
  /** Registered lately: a return is first owed for a window that opens after that. */
  new: DemoLocation[];
  dormant: DemoLocation[];
  closed: DemoLocation;
  /** Registered to two providers at once: the same place twice. */
  dual: readonly [primary: DemoLocation, second: DemoLocation];
}

/** Makes some of the demo's places new, dormant, closed or registered twice. */
export function makeSpecial(
  locations: readonly DemoLocation[],
  months: DemoMonths,
  today: Day,
  spared: (location: DemoLocation) => boolean,
): Specials {
  const ordinary = diceFor("specials").shuffled(locations.filter((location) => !spared(location)));
  const take = (fits: (location: DemoLocation) => boolean) => {
    const [found] = ordinary.splice(ordinary.findIndex(fits), 1);
    if (!found) throw new Error("The demo has no place left to make special");
    return found;
  };
  const plainHome = (location: DemoLocation) => location.types.length === 1 && isA(location, "care_home");
  const plainHomeCare = (location: DemoLocation) => location.types.length === 1 && isA(location, "home_care");

  const fresh = [
    [plainHome, addDays(today, -24)],
    [plainHomeCare, addDays(today, -24)],
    [plainHomeCare, dayIn(addMonths(monthOfDay(today), -2), 9)],
    [plainHome, addDays(today, -140)],
  ] as const;
  const newlyRegistered = fresh.map(([fits, registeredOn]) =>
    Object.assign(take(fits), { registeredOn, overallRating: null, ratedOn: null }),
  );
  const dormant = [
    [plainHomeCare, 330],
    [plainHomeCare, 150],
    [plainHome, 95],
    [plainHomeCare, 1000],
  ] as const;
  const asleep = dormant.map(([fits, days]) => Object.assign(take(fits), { dormantFrom: addDays(today, -days) }));
  const closedOn = dayIn(certain(months.closed.at(-4)).month, 25);
  const closed = Object.assign(take(plainHome), { deregisteredOn: closedOn });
  return { new: newlyRegistered, dormant: asleep, closed, dual: twice(locations) };
}

/** Two nursing homes of different providers become one place that both are registered for. */
function twice(locations: readonly DemoLocation[]): readonly [DemoLocation, DemoLocation] {
  const of = (provider: string) =>
    locations.find((one) => one.provider.name === provider && isA(one, "care_home") && one.types.length === 1);
  const [primary, second] = [of("Two Rivers Nursing Homes Limited"), of("Cotton Row Care Limited")];
  if (!primary || !second) throw new Error("The demo lacks the providers that share a home");
  const { registerId, provider, registeredOn } = second;
  Object.assign(second, primary, { registerId, provider, registeredOn, dualPrimaryId: primary.registerId });
  second.registeredOn = addDays(primary.registeredOn, 200);
  second.dualProvider = primary.provider;
  primary.dualProvider = second.provider;
  primary.dualPrimaryId = primary.registerId;
  return [primary, second];
}
