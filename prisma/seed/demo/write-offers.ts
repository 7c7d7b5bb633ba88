import { learnShelfLives } from "@/lib/capacity/learn-shelf-life";
import type { Transaction } from "@/lib/db";
import { addDays, dayOf } from "@/lib/london";
import { type Dice, diceFor } from "./dice";
import type { DemoBeds, Story } from "./story";
import { dateOf, type Ids } from "./write-places";
import type { DemoLocation } from "./world";

const closedBecause = ["staff", "outbreak", "building_work", "full", "other"] as const;

/** As what else a home would give a bed of a type. */
const also: Readonly<Record<string, string>> = {
  DEM_RES: "GEN_RES",
  DEM_NUR: "GEN_NUR",
  GEN_NUR: "GEN_RES",
  TRANS: "GEN_RES",
};

/** What homes say of their newest beds beside how many there are, and how long vacancies last, learnt from it all. */
export async function writeOffers(
  tx: Transaction,
  stories: ReadonlyMap<DemoLocation, Story>,
  updates: Ids<DemoBeds>,
  now: Date,
): Promise<void> {
  const newest = [...stories.values()].flatMap(
    ({ beds }) => beds.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? [],
  );
  const said = newest.map((update) => ({ id: updates(update), ...offersOf(update, now) }));
  await tx.bedOffer.createMany({
    data: said.flatMap(({ id, offers }) => offers.map((offer) => ({ bedUpdateId: id, ...offer }))),
  });
  await tx.bedFreeFrom.createMany({
    data: said.flatMap(({ id, coming }) => coming.map((one) => ({ bedUpdateId: id, ...one }))),
  });
  await tx.flexibleBed.createMany({
    data: said.flatMap(({ id, flexible }) => flexible.map((one) => ({ bedUpdateId: id, ...one }))),
  });
  await learnShelfLives(tx, now);
}

/** What a home says of its beds beside how many there are. */
export function offersOf({ location, beds }: DemoBeds, now: Date) {
  const dice = diceFor(`offers of ${location.registerId}`);
  const types = Object.entries(beds.types);
  return {
    offers: types.map(([bedTypeKey, { accepting, open }]) => ({
      bedTypeKey,
      afterAssessment: accepting > 0 && dice.happens(0.35) ? dice.whole(1, accepting) : 0,
      waiting: accepting === 0 && dice.happens(0.25) ? dice.whole(1, 4) : null,
      closedBecause: beds.open === false || open === false ? dice.pick(closedBecause) : null,
    })),
    coming: types.flatMap(([bedTypeKey, { capacity }]) => comingOf(dice, bedTypeKey, capacity, now)),
    flexible: types.flatMap(([bedTypeKey, { accepting }]) => {
      const alsoKey = also[bedTypeKey];
      return alsoKey && accepting > 0 && dice.happens(0.3)
        ? [{ bedTypeKey, alsoKey, beds: dice.whole(1, accepting) }]
        : [];
    }),
  };
}

const comingOf = (dice: Dice, bedTypeKey: string, capacity: number, now: Date) =>
  capacity > 4 && dice.happens(0.15)
    ? [{ bedTypeKey, day: dateOf(addDays(dayOf(now), dice.whole(2, 12))), beds: dice.whole(1, 2) }]
    : [];
