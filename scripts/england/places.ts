import { addDays, type Day, dayFrom, partsOf } from "@/lib/london";
import { type Dice, diceFor, drawn } from "@/prisma/seed/demo/dice";
import { rating, registered } from "@/prisma/seed/demo/locations";
import { streetKinds, streetWords } from "@/prisma/seed/demo/names";
import { homeOf, type SiteBeds } from "@/prisma/seed/demo/sites";
import { landline } from "@/prisma/seed/demo/whereabouts";
import type { DemoLocation, DemoProvider } from "@/prisma/seed/demo/world";
import { byShare } from "./by-share";
import { bedsByNursing, figures, ownerships } from "./figures";
import type { District } from "./ground";
import { branchName, fullName, homeName, otherName, providerDomain, shortName } from "./names";

/** A made-up location in a real postal district. */
export interface Place extends DemoLocation {
  district: District;
}

export type Kind = "care_home" | "home_care" | "both" | "gp" | "community" | "nhs_acute";

/** The demo's current day, and the number of days that it covers. */
export interface Era {
  today: Day;
  days: number;
}

const letters = "ABDEFGHJLNPQRSTUWXYZ";

const postcodeIn = (dice: Dice, { outcode }: District) =>
  `${outcode} ${dice.whole(1, 9)}${letters[dice.whole(0, 19)]}${letters[dice.whole(0, 19)]}`;

const street = (dice: Dice) => `${dice.whole(1, 190)} ${dice.pick(streetWords)} ${dice.pick(streetKinds)}`;

export interface Provider extends DemoProvider {
  short: string;
}

export function providerAt(dice: Dice, registerId: string, district: District, named?: string): Provider {
  const short = named ?? shortName(dice);
  const name = named ?? fullName(dice, short);
  return {
    registerId,
    short,
    name,
    brand: null,
    ownership: named ? "NHS Body" : byShare(dice, ownerships),
    domain: providerDomain(name, registerId),
    addressLines: [street(dice), district.council],
    postcode: postcodeIn(dice, district),
    telephone: landline(dice),
    registeredOn: `20${dice.whole(10, 21)}-${String(dice.whole(1, 12)).padStart(2, "0")}-01`,
  };
}

export function placeAt(registerId: string, kind: Kind, provider: Provider, district: District, era: Era): Place {
  const dice = diceFor(`England, ${registerId}`);
  const line = street(dice);
  const { sort, capacity } = bedsOf(dice, kind);
  const name =
    sort !== null
      ? homeName(dice, sort, line)
      : kind === "home_care"
        ? branchName(dice, provider.short, district.council)
        : otherName(dice, kind as "gp", district.council);
  return {
    registerId,
    provider,
    district,
    name,
    types: kind === "both" ? ["care_home", "home_care"] : [kind],
    sort,
    capacity,
    cqcBeds: registered(dice, Object.values(capacity)),
    council: district.council,
    outcode: district.outcode,
    postcode: postcodeIn(dice, district),
    town: district.council,
    addressLines: [line],
    offset: [dice.near(0, 0.009), dice.near(0, 0.014)],
    telephone: landline(dice),
    email: `enquiries@${provider.domain}`,
    dualPrimaryId: null,
    dualProvider: null,
    ...rated(dice, kind, era),
    ...life(dice, era, kind),
  };
}

function bedsOf(dice: Dice, kind: Kind): SiteBeds {
  if (kind !== "care_home" && kind !== "both") return { sort: null, capacity: {} };
  const nursing = kind === "care_home" && dice.happens(figures.nursing);
  const beds = Math.round(drawn(dice, bedsByNursing[nursing ? "nursing" : "residential"]));
  return homeOf(dice, nursing, beds);
}

function rated(dice: Dice, kind: Kind, { today }: Era): Pick<DemoLocation, "overallRating" | "ratedOn"> {
  const { unratedHomes, unratedHomeCare } = figures;
  const unrated = kind === "gp" || kind === "nhs_acute" ? 0.1 : kind === "home_care" ? unratedHomeCare : unratedHomes;
  if (dice.happens(unrated)) return { overallRating: null, ratedOn: null };
  return { overallRating: rating(dice), ratedOn: addDays(today, -dice.whole(90, 1_900)) };
}

/** Most were registered before the period that the demo covers; some have opened or closed since, or are dormant. */
function life(dice: Dice, { today, days }: Era, kind: Kind) {
  const year = partsOf(today).year - dice.whole(4, 13);
  const before = dayFrom({ year, month: dice.whole(1, 12), day: dice.whole(1, 28) });
  const none = { registeredOn: before, deregisteredOn: null as Day | null, dormantFrom: null as Day | null };
  if (kind === "gp" || kind === "community" || kind === "nhs_acute") return none;
  return byShare<typeof none & { overallRating?: null; ratedOn?: null }>(dice, [
    [figures.new, { ...none, registeredOn: addDays(today, -dice.whole(5, days)), overallRating: null, ratedOn: null }],
    [figures.closed, { ...none, deregisteredOn: addDays(today, -dice.whole(1, days)) }],
    [figures.dormant, { ...none, dormantFrom: addDays(today, -dice.whole(30, days + 60)) }],
    [1 - figures.new - figures.closed - figures.dormant, none],
  ]);
}
