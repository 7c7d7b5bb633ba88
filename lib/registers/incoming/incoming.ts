import type { Transaction } from "@/lib/db";
import type { LocationKind } from "@/lib/access/kinds";

export type ImportedRegister = "cqc" | "ods";

/** A location from a register, under the names of our own columns: a row of `incoming_location`. */
export interface IncomingLocation {
  line: number;
  register: ImportedRegister;
  register_id: string;
  /** The provider, by its id in the same register. */
  provider_code: string;
  name: string;
  types: LocationKind[];
  address_lines: string[];
  town: string | null;
  county: string | null;
  postcode: string;
  latitude: number | null;
  longitude: number | null;
  local_authority_id: number | null;
  sub_icb_id: number | null;
  ods_code: string | null;
  uprn: string | null;
  telephone: string | null;
  website: string | null;
  care_home: boolean;
  beds: number;
  services: string[];
  specialisms: string[];
  activities: string[];
  user_bands: string[];
  sector: string | null;
  inspection_category: string | null;
  overall_rating: string | null;
  rated_on: string | null;
  rating_inherited: boolean | null;
  report_uri: string | null;
  registered_on: string | null;
  deregistered_on: string | null;
  dormant: boolean;
  dormant_from: string | null;
  dual_primary_id: string | null;
  /** The other location of a dual registration, where this one's record names it. */
  dual_with: string | null;
  predecessors: string[];
  successors: string[];
}

export interface IncomingProvider {
  line: number;
  register: ImportedRegister;
  register_id: string;
  name: string;
  /** False if the file gives only its id: then nothing we know is overwritten. */
  described: boolean;
  brand_id: string | null;
  brand_name: string | null;
  ownership: string | null;
  ods_code: string | null;
  address_lines: string[];
  postcode: string | null;
  telephone: string | null;
  website: string | null;
  registered_on: string | null;
  deregistered_on: string | null;
}

export interface IncomingRating {
  register_id: string;
  domain: string;
  rating: string;
  reported_on: string | null;
  current: boolean;
  line?: number;
  inherited?: boolean | null;
  /** CQC's page of the location. */
  url?: string | null;
}

/**
 * Creates this transaction's temporary tables, into which a file is read, so that it can be compared with what we have
 * in one statement for each table, with little memory. They have the columns of the real tables, and a few more.
 */
export async function openIncoming(tx: Transaction): Promise<void> {
  await tx.$executeRaw`create temp table incoming_location on commit drop as select * from location with no data`;
  await tx.$executeRaw`
    alter table incoming_location add line int, add provider_code text, add dual_with text, add placed_sub_icb text`;
  await tx.$executeRaw`create temp table incoming_provider on commit drop as select * from provider with no data`;
  await tx.$executeRaw`alter table incoming_provider add line int, add described boolean`;
  await openRatings(tx);
  await tx.$executeRaw`create temp table incoming_other (register_id text, line int) on commit drop`;
  await tx.$executeRaw`create temp table incoming_dual (register_id text, linked_id text, primary_id text) on commit drop`;
}

/** The same for a file that has only ratings. */
export const openRatings = (tx: Transaction) => tx.$executeRaw`
  create temp table incoming_rating (
    register_id text, domain text, rating text, reported_on date, current boolean, line int, inherited boolean, url text
  ) on commit drop`;

export async function readyRatings(tx: Transaction): Promise<void> {
  await tx.$executeRaw`create index on incoming_rating (register_id)`;
  await tx.$executeRaw`analyze incoming_rating`;
}

export const stageLocations = (tx: Transaction, rows: readonly IncomingLocation[]) =>
  staged(
    rows,
    (json) => tx.$executeRaw`
    insert into incoming_location select * from jsonb_populate_recordset(null::incoming_location, ${json}::jsonb)`,
  );

export const stageProviders = (tx: Transaction, rows: readonly IncomingProvider[]) =>
  staged(
    rows,
    (json) => tx.$executeRaw`
    insert into incoming_provider select * from jsonb_populate_recordset(null::incoming_provider, ${json}::jsonb)`,
  );

export const stageRatings = (tx: Transaction, rows: readonly IncomingRating[]) =>
  staged(
    rows,
    (json) => tx.$executeRaw`
    insert into incoming_rating select * from jsonb_populate_recordset(null::incoming_rating, ${json}::jsonb)`,
  );

/** Locations in the file that have none of our provider types. */
export const stageOthers = (tx: Transaction, rows: readonly { register_id: string; line: number }[]) =>
  staged(
    rows,
    (json) => tx.$executeRaw`
    insert into incoming_other select * from jsonb_populate_recordset(null::incoming_other, ${json}::jsonb)`,
  );

export const stageDuals = (
  tx: Transaction,
  rows: readonly { register_id: string; linked_id: string; primary_id: string }[],
) =>
  staged(
    rows,
    (json) => tx.$executeRaw`
    insert into incoming_dual select * from jsonb_populate_recordset(null::incoming_dual, ${json}::jsonb)`,
  );

async function staged(rows: readonly unknown[], insert: (json: string) => Promise<number>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await insert(JSON.stringify(rows.slice(from, from + atOnce)));
}

const atOnce = 2_000;

/** After the last line: tells PostgreSQL how many rows there are, so that it chooses a good plan for the comparison. */
export async function closeIncoming(tx: Transaction): Promise<void> {
  await tx.$executeRaw`create index on incoming_location (register_id)`;
  await readyRatings(tx);
  await tx.$executeRaw`analyze incoming_location (register, register_id, provider_code, postcode, dual_with)`;
  await tx.$executeRaw`analyze incoming_provider (register, register_id)`;
}
