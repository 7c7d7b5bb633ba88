import type { Transaction } from "@/lib/db";
import { type Dice, diceFor } from "./dice";
import { type CouncilName, districts } from "./districts";
import type { Story } from "./story";
import { idsFor, type Ids } from "./write-places";
import { type DemoLocation, isA } from "./world";

/** Pounds a week for a bed of a type, about. */
const usual: Readonly<Record<string, number>> = {
  GEN_RES: 820,
  DEM_RES: 900,
  GEN_NUR: 1080,
  DEM_NUR: 1180,
  LD_RES: 1750,
  LD_NUR: 2100,
  MH_RES: 1300,
  MH_NUR: 1500,
  YPD: 1600,
  TRANS: 950,
};

const notes = [
  "Please ring the nurse in charge before 4pm for an answer the same day.",
  "We can visit the ward to assess, also on Saturdays.",
  "Couples are welcome: ask for our double rooms.",
  "We speak Urdu, Bengali and Polish.",
] as const;

/** For whom places are suitable, what they charge, and what they tell those who look for a place. */
export async function writeSuitability(
  tx: Transaction,
  locations: readonly DemoLocation[],
  ids: Ids<DemoLocation>,
  stories: ReadonlyMap<DemoLocation, Story>,
  by: (location: DemoLocation, at: Date) => { byId: number; onBehalfOf: string | null },
): Promise<void> {
  const stating = locations.flatMap((location) => {
    const at = firstSaid(stories.get(location));
    const silent = at === null || diceFor(`says whom it suits ${location.registerId}`).happens(0.12);
    return silent ? [] : [{ location, at, by: by(location, at) }];
  });
  const given = await idsFor(tx, "suitability", stating);
  const councils = new Map(
    (await tx.area.findMany({ where: { kind: "local_authority" }, select: { id: true, name: true } })).map((area) => [
      area.name.split(" ")[0],
      area.id,
    ]),
  );
  await tx.suitability.createMany({
    data: stating.map((one) => ({
      id: given(one),
      locationId: ids(one.location),
      ...one.by,
      at: one.at,
      ...suits(one.location, ownDistricts(one.location)),
    })),
  });
  await tx.suitabilityPrice.createMany({
    data: stating.flatMap((one) => pricesOf(one.location).map((price) => ({ suitabilityId: given(one), ...price }))),
  });
  await tx.suitabilityContract.createMany({
    data: stating.flatMap((one) => {
      const areaId = councils.get(one.location.council);
      return areaId !== undefined && diceFor(`contract of ${one.location.registerId}`).happens(0.7)
        ? [{ suitabilityId: given(one), areaId }]
        : [];
    }),
  });
  await tx.locationNote.createMany({
    data: stating.flatMap(({ location, at, by }) => {
      const text = noteOf(location);
      return text === null ? [] : [{ locationId: ids(location), ...by, at, text }];
    }),
  });
}

const ownDistricts = ({ council }: DemoLocation) => districts[council as CouncilName].map(([outcode]) => outcode);

/** What one in four tells those who look for a place. */
export function noteOf({ registerId }: DemoLocation): string | null {
  const dice = diceFor(`note of ${registerId}`);
  return dice.happens(0.25) ? dice.pick(notes) : null;
}

/** When someone there first stated anything. */
export const firstSaid = (story: Story | undefined): Date | null =>
  [...(story?.returns ?? []), ...(story?.beds ?? [])]
    .map(({ at }) => at)
    .sort((a, b) => a.getTime() - b.getTime())[0] ?? null;

/** For whom a place is suitable; home care goes to some of the postal districts around it. */
export function suits(location: DemoLocation, around: readonly string[]) {
  const dice = diceFor(`suits ${location.registerId}`);
  const yes = (share: number) => (dice.happens(0.1) ? null : dice.happens(share));
  const home = isA(location, "home_care") && !isA(location, "care_home");
  return {
    nursing: location.sort === "nursing" ? true : home ? null : false,
    specialisms: [],
    whoFor: [],
    roomsFor: home ? null : dice.pick(["anyone", "anyone", "anyone", "women", "men"] as const),
    groundFloor: home ? null : yes(0.8),
    wheelchair: home ? null : yes(0.7),
    bariatric: yes(0.3),
    hoist: yes(0.75),
    isolation: home ? null : yes(0.4),
    funding: (["nhs", "council", "self"] as const).filter(() => dice.happens(0.8)),
    trustedAssessor: home ? null : yes(0.35),
    weekendAdmissions: yes(0.5),
    admitsUntil: dice.pick([16, 17, 18, 20, null]),
    hoursFree: null,
    districts: home ? [...new Set([location.outcode, ...around.filter(() => dice.happens(0.6))])] : [],
    milesServed: home && dice.happens(0.4) ? dice.whole(4, 12) : null,
    doubleHanded: home ? yes(0.7) : null,
    liveIn: home ? yes(0.3) : null,
    night: home ? yes(0.4) : null,
  };
}

/** What a place charges for the beds that it has. */
export const pricesOf = (location: DemoLocation) =>
  Object.keys(location.capacity).flatMap((bedTypeKey) => {
    const about = usual[bedTypeKey];
    const dice = diceFor(`price of ${bedTypeKey} at ${location.registerId}`);
    return about === undefined || dice.happens(0.1) ? [] : [{ bedTypeKey, ...range(dice, about) }];
  });

function range(dice: Dice, about: number) {
  const from = Math.round(dice.near(about, about * 0.08) / 10) * 10;
  return { from, to: from + dice.whole(0, 25) * 10 };
}
