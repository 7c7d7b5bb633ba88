import type { LocationKind } from "@/lib/access/kinds";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import type { Day } from "@/lib/london";
import { type RecordPlace, recordPlace } from "./record-place";

/** What the register says about a location. None of it can be changed here. */
export interface RegisterFacts {
  register: "cqc" | "ods" | "demo";
  registerId: string;
  name: string;
  provider: string;
  types: LocationKind[];
  /** Lines one to five: street, town and county. */
  lines: string[];
  postcode: string;
  telephone: string | null;
  website: string | null;
  reportUri: string | null;
  beds: number;
  services: string[];
  specialisms: string[];
  activities: string[];
  userBands: string[];
  council: string | null;
  dormant: boolean;
  registeredOn: Day | null;
}

/** A location's record as someone may see it. */
export interface ProviderRecord {
  place: RecordPlace;
  facts: RegisterFacts;
}

const select = {
  register: true,
  registerId: true,
  name: true,
  types: true,
  addressLines: true,
  town: true,
  county: true,
  postcode: true,
  telephone: true,
  website: true,
  reportUri: true,
  beds: true,
  services: true,
  specialisms: true,
  activities: true,
  userBands: true,
  dormant: true,
  registeredOn: true,
  provider: { select: { name: true } },
  localAuthority: { select: { name: true } },
} as const satisfies Prisma.LocationSelect;

/** The record of a location, or null: what someone may not see is not found. */
export async function providerRecord(user: User, id: number, now: Date): Promise<ProviderRecord | null> {
  const [place, row] = await Promise.all([
    recordPlace(user, id, now),
    db.location.findFirst({ where: { AND: [{ id }, locationsVisibleTo(user)] }, select }),
  ]);
  if (!place || !row) return null;
  const { addressLines, town, county, provider, localAuthority, registeredOn, ...facts } = row;
  return {
    place,
    facts: {
      ...facts,
      provider: provider.name,
      council: localAuthority?.name ?? null,
      lines: [...addressLines, town, county].filter((line): line is string => !!line),
      registeredOn: registeredOn?.toISOString().slice(0, 10) ?? null,
    },
  };
}
