import type { AccessLevel } from "@/lib/access/user";
import type { AccountKind, LocationKind } from "@/lib/access/kinds";
import type { Day } from "@/lib/london";

/** A made-up provider. */
export interface DemoProvider {
  registerId: string;
  name: string;
  brand: string | null;
  ownership: string;
  domain: string;
  addressLines: string[];
  postcode: string;
  telephone: string;
  registeredOn: Day;
}

export type HomeSort = "nursing" | "older" | "small";

/** A made-up place, as a register would have it. */
export interface DemoLocation {
  registerId: string;
  provider: DemoProvider;
  name: string;
  types: LocationKind[];
  /** What its care home is, where it has one. */
  sort: HomeSort | null;
  /** Beds by type, as the place itself counts them. */
  capacity: Record<string, number>;
  /** Beds that the register knows of: now and then not quite as many. */
  cqcBeds: number;
  council: string;
  outcode: string;
  postcode: string;
  town: string;
  addressLines: string[];
  /** Degrees north and east of the middle of its postal district. */
  offset: readonly [north: number, east: number];
  telephone: string;
  email: string;
  overallRating: string | null;
  ratedOn: Day | null;
  registeredOn: Day;
  deregisteredOn: Day | null;
  dormantFrom: Day | null;
  dualPrimaryId: string | null;
  dualProvider: DemoProvider | null;
}

/** Someone with an account, and where they were let in to. */
export interface DemoPerson {
  email: string;
  fullName: string;
  telephone: string;
  jobTitle: string;
  kind: AccountKind;
  generic?: boolean;
  findsCapacity?: boolean;
  communications: boolean;
  createdAt: Date;
  lastSignedInAt: Date | null;
  /** When they left, if they did. */
  leftAt?: Date;
  level: AccessLevel;
  locations?: DemoLocation[];
  provider?: DemoProvider;
  area?: { kind: "country" | "nhs_region" | "sub_icb" | "local_authority" | "lrf"; name: string };
}

/** All beds of a place, as it counts them. */
export const bedsOf = ({ capacity }: DemoLocation): number => Object.values(capacity).reduce((sum, n) => sum + n, 0);

export const isA = (location: DemoLocation, type: LocationKind): boolean => location.types.includes(type);
