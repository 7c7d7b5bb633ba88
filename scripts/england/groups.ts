import { addDays } from "@/lib/london";
import { type Dice, diceFor } from "@/prisma/seed/demo/dice";
import { byShare } from "./by-share";
import { figures, groupSizes, otherPlaces } from "./figures";
import { anyRegion, districtIn, type Ground } from "./ground";
import { type Era, type Kind, type Place, placeAt, providerAt } from "./places";

/** Makes social care providers with their locations, until there are enough locations. */
export function* socialCare(seed: string, count: number, ground: Ground, era: Era): Generator<Place[]> {
  for (let nth = 1, made = 0; made < count; nth++) {
    const group = groupOf(`E${seed}-${nth}`, count - made, ground, era);
    made += group.length;
    yield group;
  }
}

/** Practices, clinics and hospitals, which file no returns. */
export function* others(seed: string, count: number, ground: Ground, era: Era): Generator<Place[]> {
  for (let nth = 1; nth <= count; nth++) {
    const id = `E${seed}-H${nth}`;
    const dice = diceFor(`England, ${id}`);
    const district = districtIn(dice, ground, anyRegion(dice));
    const kind = byShare(dice, otherPlaces);
    const named = kind === "gp" ? "Partnership" : `${district.council} NHS Trust`;
    const place = placeAt(id, kind, providerAt(dice, `E${seed}-HP${nth}`, district, named), district, era);
    if (kind === "gp") place.provider.name = place.name;
    yield [place];
  }
}

/**
 * One provider's locations: most of them in one region and of one kind. Now and then a home is also registered to
 * another provider.
 */
function groupOf(id: string, most: number, ground: Ground, era: Era): Place[] {
  const dice = diceFor(`England, provider ${id}`);
  const region = anyRegion(dice);
  const provider = providerAt(dice, `${id}-P`, districtIn(dice, ground, region), undefined);
  const [from, to] = byShare<readonly [number, number]>(dice, groupSizes);
  const size = dice.whole(from, to);
  const homes = dice.happens(figures.careHomes);
  const group: Place[] = [];
  for (let nth = 1; nth <= size && group.length < most; nth++) {
    const kind = kindOf(dice, homes);
    const district = districtIn(dice, ground, size > 8 && dice.happens(0.6) ? anyRegion(dice) : region);
    const place = placeAt(`${id}-${nth}`, kind, provider, district, era);
    group.push(place);
    const twice = kind === "care_home" && dice.happens(figures.dualPairs / figures.careHomes);
    if (twice && group.length < most) group.push(secondOf(dice, place));
  }
  return group;
}

const kindOf = (dice: Dice, homes: boolean): Kind =>
  dice.happens(figures.careHomeAndHomeCare) ? "both" : homes ? "care_home" : "home_care";

/** The same home under another provider. Both lines name the first provider as the primary one. */
function secondOf(dice: Dice, primary: Place): Place {
  const registerId = `${primary.registerId}-D`;
  const provider = providerAt(dice, `${registerId}P`, primary.district);
  const second: Place = {
    ...primary,
    registerId,
    provider,
    dualPrimaryId: primary.registerId,
    dualProvider: primary.provider,
    registeredOn: addDays(primary.registeredOn, 3),
  };
  Object.assign(primary, { dualPrimaryId: primary.registerId, dualProvider: provider });
  return second;
}
