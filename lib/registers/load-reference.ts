import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { startingBedTypes } from "@/lib/questions/bed-types";

const TABLES = path.join(__dirname, "../../prisma/seed/reference");

/** One node-postgres connection to the database. */
export interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ rowCount: number | null }>;
}

/**
 * Adds the areas of England, the postcode districts and the bed types that the database does not have yet, in one
 * transaction, and returns how many rows were added. Existing rows are not changed, even if their code is a former one:
 * local corrections survive the next release.
 */
export async function loadReference(connection: Connection): Promise<number> {
  await connection.query("begin");
  try {
    await connection.query(
      `select set_config('capacity.actor', 'reference tables', true), set_config('capacity.bulk', 'on', true),
              set_config('capacity.reason', 'Loaded with the release', true)`,
    );
    const added = (await loadAreas(connection)) + (await loadOutcodes(connection)) + (await loadBedTypes(connection));
    await connection.query("commit");
    return added;
  } catch (error) {
    await connection.query("rollback");
    throw error;
  }
}

type Row = Record<string, string>;

/** A table that comes with the code. Empty cells are left out, so that they become null. */
const table = (name: string): Row[] =>
  parse<Row>(readFileSync(path.join(TABLES, `${name}.csv`)), { columns: true }).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")),
  );

/** Parents before children: each level finds those above it by their code. */
const levels = [["country", "nhs_region", "ons_region", "lrf"], ["icb"], ["sub_icb"], ["local_authority"]];

async function loadAreas(connection: Connection): Promise<number> {
  const rows = table("areas");
  let added = 0;
  for (const kinds of levels)
    added += await count(
      connection,
      INSERT_AREAS,
      rows.filter((row) => kinds.includes(row.kind ?? "")),
    );
  if (added > 0)
    await count(
      connection,
      INSERT_SUCCESSORS,
      rows.filter((row) => row.successors),
    );
  return added;
}

const known = (code: string) => `(select a.id from area a where a.ons_code = ${code} or ${code} = any(a.former_codes))`;

const INSERT_AREAS = `
  insert into area (kind, ons_code, former_codes, ods_code, name, place_name, other_names, valid_from, valid_to,
                    latitude, longitude, nhs_region_id, ons_region_id, icb_id, sub_icb_id, lrf_id)
  select r.kind::area_kind, r.ons_code, coalesce(string_to_array(r.former_codes, '|'), '{}'), r.ods_code, r.name,
         r.place_name, coalesce(string_to_array(r.other_names, '|'), '{}'), r.valid_from, r.valid_to, r.latitude,
         r.longitude, ${["nhs_region", "ons_region", "icb", "sub_icb", "lrf"].map((p) => known(`r.${p}`)).join(", ")}
  from jsonb_to_recordset($1::jsonb) as r(
    kind text, ons_code text, former_codes text, ods_code text, name text, place_name text, other_names text,
    valid_from date, valid_to date, nhs_region text, ons_region text, icb text, sub_icb text, lrf text,
    latitude float, longitude float)
  where ${known("r.ons_code")} is null`;

const INSERT_SUCCESSORS = `
  insert into area_successor (before_id, after_id)
  select before.id, after.id
  from jsonb_to_recordset($1::jsonb) as r(ons_code text, successors text)
  join area before on before.ons_code = r.ons_code
  join area after on after.ons_code = any(string_to_array(r.successors, '|'))
  where not exists (select from area_successor s where s.before_id = before.id)`;

const loadOutcodes = (connection: Connection) => count(connection, INSERT_OUTCODES, table("outcodes"));

const INSERT_OUTCODES = `
  insert into outcode (outcode, latitude, longitude, local_authority_id)
  select r.outcode, r.latitude, r.longitude, a.id
  from jsonb_to_recordset($1::jsonb) as r(outcode text, latitude float, longitude float, local_authority text)
  join area a on a.ons_code = r.local_authority or r.local_authority = any(a.former_codes)
  on conflict do nothing`;

function loadBedTypes(connection: Connection): Promise<number> {
  const rows = Object.entries(startingBedTypes).flatMap(([type, beds]) => beds.map((bed) => ({ ...bed, type })));
  return count(
    connection,
    INSERT_BED_TYPES,
    rows.map((row, position) => ({ ...row, position })),
  );
}

const INSERT_BED_TYPES = `
  insert into bed_type as known (key, label, "group", types, position, definition, example)
  select r.key, r.label, r."group", array[r.type]::location_type[], r.position, r.definition, r.example
  from jsonb_to_recordset($1::jsonb)
    as r(key text, label text, "group" text, type text, position int, definition text, example text)
  on conflict (key) do update set definition = excluded.definition, example = excluded.example
    where known.definition = '' and known.example = ''`;

const count = async (connection: Connection, sql: string, rows: unknown[]): Promise<number> =>
  (await connection.query(sql, [JSON.stringify(rows)])).rowCount ?? 0;
