import type { Dice } from "./dice";
import { councils, type CouncilName, districts } from "./districts";
import { familyNames, givenNames, streetKinds, streetWords } from "./names";

/** Letters that inward codes use. */
const letters = "A B D E F G H J L N P Q R S T U W X Y Z".split(" ");

export interface Whereabouts {
  council: CouncilName;
  outcode: string;
  postcode: string;
  town: string;
  addressLines: string[];
  offset: readonly [north: number, east: number];
}

/** An address in a real postal district, on a street that isn't there. */
export function whereabouts(dice: Dice, only?: CouncilName): Whereabouts {
  const council = only ?? dice.pick(councils);
  const [outcode, town] = dice.pick<readonly [string, string]>(districts[council]);
  const street = `${dice.pick(streetWords)} ${dice.pick(streetKinds)}`;
  return {
    council,
    outcode,
    town,
    postcode: `${outcode} ${dice.whole(1, 9)}${dice.pick(letters)}${dice.pick(letters)}`,
    addressLines: [`${dice.whole(1, 190)} ${street}`],
    offset: [dice.near(0, 0.006), dice.near(0, 0.009)],
  };
}

/** A number from the ranges that Ofcom keeps for drama. */
export const landline = (dice: Dice): string => `01632 960${String(dice.whole(0, 999)).padStart(3, "0")}`;
export const mobile = (dice: Dice): string => `07700 900${String(dice.whole(0, 999)).padStart(3, "0")}`;

export const personName = (dice: Dice): string => `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
