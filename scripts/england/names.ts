import type { Dice } from "@/prisma/seed/demo/dice";
import {
  domainOf,
  familyNames,
  homeWords,
  largeHomes,
  nursingHomes,
  smallHomes,
  streetWords,
} from "@/prisma/seed/demo/names";
import type { HomeSort } from "@/prisma/seed/demo/world";
import { byShare } from "./by-share";
import { figures } from "./figures";

const trades = ["Care", "Healthcare", "Care Homes", "Support", "Care Services", "Community Care", "Living"];
const ends = ["Limited", "Limited", "Limited", "LLP", "CIC"];

/** A provider's short name. Its branches are named after it. */
export const shortName = (dice: Dice): string =>
  `${dice.pick(dice.happens(0.5) ? homeWords : dice.happens(0.5) ? familyNames : streetWords)} ${dice.pick(trades)}`;

export const fullName = (dice: Dice, short: string): string => `${short} ${dice.pick(ends)}`;

/** A domain that belongs to no one, and to no other provider. */
export const providerDomain = (name: string, registerId: string): string =>
  domainOf(`${name} ${registerId}`).replace(/\.example$/, ".england.example");

const homeKinds: Record<HomeSort, readonly string[]> = { nursing: nursingHomes, older: largeHomes, small: smallHomes };

export function homeName(dice: Dice, sort: HomeSort, street: string): string {
  if (sort === "small" && dice.happens(0.45)) return street;
  return `${dice.pick(dice.happens(0.7) ? homeWords : streetWords)} ${dice.pick(homeKinds[sort])}`;
}

const { supportedLiving, extraCare, sharedLives } = figures;

/** The register has separate services for supported living and the like; here the name says which it is. */
export function branchName(dice: Dice, short: string, council: string): string {
  const kind = byShare(dice, [
    [supportedLiving, " Supported Living,"],
    [extraCare, " Extra Care,"],
    [sharedLives, " Shared Lives,"],
    [1 - supportedLiving - extraCare - sharedLives, ""],
  ] as const);
  return kind === "" && dice.happens(0.5) ? short : `${short}${kind} ${council}`;
}

export function otherName(dice: Dice, kind: "gp" | "community" | "nhs_acute", council: string): string {
  const word = dice.pick(dice.happens(0.5) ? homeWords : streetWords);
  if (kind === "gp") return `${word} ${dice.pick(["Surgery", "Medical Centre", "Health Centre", "Practice"])}`;
  if (kind === "community") return `${word} ${dice.pick(["Clinic", "Community Hospital", "Rehabilitation Centre"])}`;
  return dice.happens(0.3) ? `Royal ${council} Hospital` : `${word} Hospital`;
}
