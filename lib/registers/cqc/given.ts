import type { locationFields, providerFields } from "./fields";
import type { Values } from "./values";

export interface GivenRating {
  /** "Overall" or a key question. */
  domain: string;
  rating: string;
  reportedOn: string | null;
  current: boolean;
}

/** A location in one of CQC's files. */
export interface GivenLocation {
  line: number;
  location: Values<typeof locationFields>;
  provider: Values<typeof providerFields>;
  activities: string[];
  services: string[];
  userBands: string[];
  specialisms: string[];
  ratings: GivenRating[];
  reportUri: string | null;
  predecessors: string[];
  successors: string[];
  /** The other location of a dual registration, where the record names it. */
  dualWith: string | null;
}

/** A link in the sheet of dual registrations. */
export interface GivenDual {
  line: number;
  registerId: string;
  linkedId: string;
  primaryId: string;
}

/** A provider's own record. */
export interface GivenProvider {
  line: number;
  provider: Values<typeof providerFields>;
}
