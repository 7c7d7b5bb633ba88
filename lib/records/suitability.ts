import { bedTypesOfLocation, locationBeds } from "@/lib/beds/location-beds";
import type { User } from "@/lib/access/user";
import { type Need, needs, needsOf } from "@/lib/capacity/filters";
import { db, type Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import type { BedType } from "@/lib/questions/beds";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";

const withAll = {
  prices: true,
  contracts: { include: { area: { select: { id: true, name: true } } } },
  by: { select: { fullName: true } },
} as const satisfies Prisma.SuitabilityInclude;

/** What a location said last of whom it suits, who pays, its contracts and its prices. */
export type StatedSuitability = Prisma.SuitabilityGetPayload<{ include: typeof withAll }>;

/** What the form asks a location: a home about its rooms, home care about the area it serves. */
export interface SuitabilityAsked {
  inBeds: boolean;
  atHome: boolean;
  needs: readonly Need[];
  bedTypes: readonly BedType[];
}

/** The newest statement of a location, or null if it has made none. */
export const newestSuitability = (
  locationId: number,
  from: Pick<Prisma.TransactionClient, "suitability"> | Pick<typeof db, "suitability"> = db,
): Promise<StatedSuitability | null> =>
  from.suitability.findFirst({ where: { locationId }, orderBy: { id: "desc" }, include: withAll });

/** What is asked of a location by its types, with the bed types that it counts now. */
export async function suitabilityAsked(user: User, place: RecordPlace, now: Date): Promise<SuitabilityAsked> {
  const found = await locationBeds(user, place.id);
  const atHome = place.types.includes("home_care");
  const bedTypes = found ? bedTypesOfLocation(found, now) : [];
  const inBeds = bedTypes.length > 0;
  const asked = [...(inBeds ? needsOf(false) : []), ...(atHome ? needsOf(true) : [])];
  return { inBeds, atHome, bedTypes, needs: [...new Set(asked)] };
}

/** Columns of the needs, as the tables' client names them. */
export const needColumns = {
  ground_floor: "groundFloor",
  wheelchair: "wheelchair",
  bariatric: "bariatric",
  hoist: "hoist",
  isolation: "isolation",
  trusted_assessor: "trustedAssessor",
  weekend_admissions: "weekendAdmissions",
  double_handed: "doubleHanded",
  live_in: "liveIn",
  night: "night",
} as const satisfies Record<keyof typeof needs, keyof Prisma.SuitabilityUncheckedCreateInput>;

/** When whom it suits was last said, and by whom. */
export const suitabilityStamp = (stated: StatedSuitability | null): Stamp | null =>
  stated && stampOf(stated.at, stated.by, stated.onBehalfOf);

/** A council or board that a contract can be with. */
export interface ContractArea {
  id: number;
  name: string;
}

/** Every council and board there is now: with whom a location may have a contract. */
export const contractAreas = (now: Date): Promise<ContractArea[]> =>
  db.area.findMany({
    where: {
      kind: { in: ["local_authority", "icb", "sub_icb"] },
      OR: [{ validTo: null }, { validTo: { gte: new Date(dayOf(now)) } }],
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
