import type { LocationKind } from "@/lib/access/kinds";
import { type Dice, drawn } from "./dice";
import type { HomeSort } from "./world";
import type { RosterEntry, Sites } from "./roster";

/** Beds in care homes by quantile, with and without nursing, as in CQC's register at the end of 2023. */
const nursing = [
  [0, 8],
  [0.05, 13],
  [0.1, 22],
  [0.25, 34],
  [0.5, 49],
  [0.75, 66],
  [0.9, 83],
  [0.95, 97],
  [1, 118],
] as const;
const residential = [
  [0, 3],
  [0.05, 3],
  [0.1, 4],
  [0.25, 7],
  [0.5, 17],
  [0.75, 33],
  [0.9, 50],
  [0.95, 64],
  [1, 84],
] as const;
const older = [
  [0, 15],
  [0.25, 22],
  [0.5, 30],
  [0.75, 41],
  [1, 62],
] as const;
const small = [
  [0, 3],
  [0.5, 6],
  [1, 12],
] as const;

const smallest = 14;

export const siteTypes: Record<keyof Sites, LocationKind[]> = {
  homes: ["care_home"],
  homeCare: ["home_care"],
  both: ["care_home", "home_care"],
  hospice: ["hospice"],
  recovery: ["substance_misuse"],
  community: ["community"],
  hospital: ["nhs_acute"],
  practice: ["gp"],
};

export interface SiteBeds {
  sort: HomeSort | null;
  capacity: Record<string, number>;
}

/** What kind of place it is and which beds it has. */
export function siteBeds(dice: Dice, site: keyof Sites, { homesAre }: RosterEntry, nth: number): SiteBeds {
  switch (site) {
    case "homes":
    case "both":
      return home(dice, site === "both" ? "older" : homesAre);
    case "hospice":
      return { sort: null, capacity: hospiceBeds(dice, nth) };
    case "recovery":
      return {
        sort: null,
        capacity: { SM_REHAB: dice.whole(8, 20), ...(dice.happens(0.5) && { SM_DETOX: dice.whole(3, 8) }) },
      };
    case "community":
      return {
        sort: null,
        capacity: {
          COM_REHAB: dice.whole(10, 24),
          ...(dice.happens(0.6) && { COM_INTER: dice.whole(6, 16) }),
          ...(dice.happens(0.3) && { COM_EOL: dice.whole(2, 5) }),
        },
      };
    default:
      return { sort: null, capacity: {} };
  }
}

const hospiceBeds = (dice: Dice, nth: number): Record<string, number> =>
  nth === 1 && dice.happens(0.6)
    ? { HOS_CHILD: dice.whole(5, 9), HOS_RESP: dice.whole(2, 4) }
    : { HOS_ADULT: dice.whole(9, 18), ...(dice.happens(0.5) && { HOS_RESP: dice.whole(2, 4) }) };

function home(dice: Dice, sort?: HomeSort): SiteBeds {
  if (sort === "nursing" || (sort === undefined && dice.happens(0.25)))
    return homeOf(dice, true, Math.round(drawn(dice, nursing)));
  const quantiles = sort === "older" ? older : sort === "small" ? small : residential;
  return homeOf(dice, false, Math.round(drawn(dice, quantiles)));
}

/** A home with so many beds, and for whom they are. */
export function homeOf(dice: Dice, withNursing: boolean, beds: number): SiteBeds {
  if (withNursing) return { sort: "nursing", capacity: nursingBeds(dice, beds) };
  if (beds >= smallest) return { sort: "older", capacity: olderBeds(dice, beds) };
  const kind = dice.next();
  return { sort: "small", capacity: { [kind < 0.7 ? "LD_RES" : kind < 0.9 ? "MH_RES" : "YPD"]: beds } };
}

function nursingBeds(dice: Dice, beds: number): Record<string, number> {
  const dementia = dice.happens(0.6) ? Math.round(beds * dice.near(0.4, 0.06)) : 0;
  const withoutNursing = dice.happens(0.3) ? Math.round(beds * dice.near(0.2, 0.03)) : 0;
  const short = shortStay(dice, beds);
  const mental = dice.happens(0.06) ? Math.round(beds * 0.15) : 0;
  return present({
    GEN_RES: withoutNursing,
    GEN_NUR: beds - dementia - withoutNursing - short - mental,
    DEM_NUR: dementia,
    MH_NUR: mental,
    TRANS: short,
  });
}

function olderBeds(dice: Dice, beds: number): Record<string, number> {
  const dementia = dice.happens(0.6) ? Math.round(beds * dice.near(0.45, 0.08)) : 0;
  const short = shortStay(dice, beds);
  return present({ GEN_RES: beds - dementia - short, DEM_RES: dementia, TRANS: short });
}

const shortStay = (dice: Dice, beds: number) => (beds > 25 && dice.happens(0.14) ? dice.whole(2, 6) : 0);

const present = (capacity: Record<string, number>) =>
  Object.fromEntries(Object.entries(capacity).filter(([, beds]) => beds > 0));
