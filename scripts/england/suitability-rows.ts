import type { ClientBase } from "pg";
import { diceFor } from "@/prisma/seed/demo/dice";
import type { DemoLocation } from "@/prisma/seed/demo/world";
import type { Ids } from "@/prisma/seed/demo/write-places";
import { firstSaid, noteOf, pricesOf, suits } from "@/prisma/seed/demo/write-suitability";
import type { Ground } from "./ground";
import { takeIds } from "./take-ids";
import type { World } from "./world";
import type { Tables } from "./write-world";

type Teller = (location: DemoLocation, at: Date) => { byId: number; onBehalfOf: string | null };

/**
 * Who most locations are suitable for, what they charge, who they have contracts with, and what they tell people who
 * search.
 */
export async function suitabilityRows(
  client: ClientBase,
  { places, stories }: World,
  { outcodes }: Ground,
  locations: Ids<DemoLocation>,
  by: Teller,
): Promise<Tables> {
  const stating = places.flatMap((place) => {
    const at = firstSaid(stories.get(place));
    const silent = at === null || diceFor(`says whom it suits ${place.registerId}`).happens(0.12);
    return silent ? [] : [{ place, locationId: locations(place), at, by: by(place, at) }];
  });
  const ids = await takeIds(client, "suitability", stating);
  return [
    [
      "suitability",
      stating.map((one) => ({
        id: ids(one),
        locationId: one.locationId,
        at: one.at,
        ...one.by,
        ...suits(one.place, outcodes.get(one.place.district.councilId) ?? []),
      })),
    ],
    [
      "suitability_price",
      stating.flatMap((one) => pricesOf(one.place).map((price) => ({ suitabilityId: ids(one), ...price }))),
    ],
    [
      "suitability_contract",
      stating
        .filter(({ place }) => diceFor(`contract of ${place.registerId}`).happens(0.7))
        .map((one) => ({ suitabilityId: ids(one), areaId: one.place.district.councilId })),
    ],
    [
      "location_note",
      stating.flatMap((one) => {
        const text = noteOf(one.place);
        return text === null ? [] : [{ locationId: one.locationId, at: one.at, ...one.by, text }];
      }),
    ],
  ];
}
