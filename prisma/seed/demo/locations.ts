import { addDays, type Day, partsOf, dayFrom } from "@/lib/london";
import { certain } from "./certain";
import { type Dice, diceFor } from "./dice";
import { domainOf, homeWords, largeHomes, nursingHomes, smallHomes } from "./names";
import { roster, type RosterEntry, type Sites } from "./roster";
import { siteBeds, siteTypes } from "./sites";
import { landline, whereabouts, type Whereabouts } from "./whereabouts";
import type { DemoLocation, DemoProvider, HomeSort } from "./world";

/** Every place of the demo, as it would stand in a register on a day. Whose is whose hangs on nothing but the roster. */
export function demoLocations(today: Day): DemoLocation[] {
  const names = diceFor("names").shuffled(homeWords);
  const locations = roster.flatMap((entry, index) => placesOf(entry, index, today, names));
  return locations.map((location, index) => ({ ...location, registerId: `D-${String(1001 + index)}` }));
}

function placesOf(entry: RosterEntry, index: number, today: Day, names: string[]): DemoLocation[] {
  const provider = providerFrom(entry, index);
  const given = [...(entry.names ?? [])];
  return (Object.keys(entry.sites) as (keyof Sites)[]).flatMap((site) =>
    Array.from({ length: entry.sites[site] ?? 0 }, (_, nth) => {
      const dice = diceFor(`${entry.name}, ${site} ${nth}`);
      const { sort, capacity } = siteBeds(dice, site, entry, nth);
      const where = whereabouts(dice, entry.council);
      const name = given.shift() ?? nameOf(dice, site, entry, sort, where, nth, names);
      return locationFrom(dice, provider, name, site, sort, capacity, where, today);
    }),
  );
}

function providerFrom({ name, brand, ownership, council }: RosterEntry, index: number): DemoProvider {
  const dice = diceFor(name);
  const { addressLines, town, postcode } = whereabouts(dice, council);
  return {
    registerId: `D-P${String(101 + index)}`,
    name,
    brand: brand ?? null,
    ownership: ownership ?? "Organisation",
    domain: domainOf(name),
    addressLines: [...addressLines, town],
    postcode,
    telephone: landline(dice),
    registeredOn: `20${dice.whole(10, 21)}-${String(dice.whole(1, 12)).padStart(2, "0")}-01`,
  };
}

function nameOf(
  dice: Dice,
  site: keyof Sites,
  entry: RosterEntry,
  sort: HomeSort | null,
  { town, addressLines }: Whereabouts,
  nth: number,
  names: string[],
): string {
  const short = entry.brand ?? entry.name.replace(/ (Limited|CIC)$/, "");
  if (site === "practice") return entry.name;
  if (site === "homeCare") return nth === 0 && !entry.brand ? short : `${short} ${branch(town, nth)}`;
  if (sort === "small" && dice.happens(0.45)) return certain(addressLines[0]);
  const word = names.shift() ?? certain(addressLines[0]).replace(/^\d+ /, "");
  return `${word} ${dice.pick(sort === "nursing" ? nursingHomes : sort === "small" ? smallHomes : largeHomes)}`;
}

const branch = (town: string, nth: number) => (nth % 4 === 3 ? `Supported Living, ${town}` : `(${town} ${nth + 1})`);

function locationFrom(
  dice: Dice,
  provider: DemoProvider,
  name: string,
  site: keyof Sites,
  sort: HomeSort | null,
  capacity: Record<string, number>,
  where: Whereabouts,
  today: Day,
): DemoLocation {
  const rated = site !== "practice" && site !== "hospital" && !dice.happens(0.06);
  const year = partsOf(today).year - dice.whole(4, 13);
  return {
    registerId: "",
    provider,
    name,
    types: siteTypes[site],
    sort,
    capacity,
    cqcBeds: registered(dice, Object.values(capacity)),
    ...where,
    telephone: landline(dice),
    email: `enquiries@${domainOf(name)}`,
    overallRating: rated ? rating(dice) : null,
    ratedOn: rated ? addDays(today, -dice.whole(90, 1900)) : null,
    registeredOn: dayFrom({ year, month: dice.whole(1, 12), day: dice.whole(1, 28) }),
    deregisteredOn: null,
    dormantFrom: null,
    dualPrimaryId: null,
    dualProvider: null,
  };
}

/** Mostly the beds there are; some homes use fewer than they may, and a few one more. */
export function registered(dice: Dice, capacity: readonly number[]): number {
  const beds = capacity.reduce((sum, n) => sum + n, 0);
  if (beds < 10) return beds;
  return dice.happens(0.15) ? beds + dice.whole(1, 3) : dice.happens(0.015) ? beds - 1 : beds;
}

/** As often as CQC gives them. */
export function rating(dice: Dice): string {
  const at = dice.next();
  if (at < 0.012) return "Inadequate";
  if (at < 0.184) return "Requires improvement";
  return at < 0.957 ? "Good" : "Outstanding";
}
