import type { Transaction } from "@/lib/db";
import type { Day } from "@/lib/london";

/** A location that a line of a file is about. */
export interface PammsPlace {
  id: number;
  name: string;
}

/** A PAMMS rating of a location as it was entered or imported. */
export interface HeldRating {
  id: number;
  locationId: number;
  rating: string;
  assessedOn: Day;
  reportUri: string | null;
  /** Taken down by support as a mistake. */
  removed: boolean;
}

/** The locations that lines name, by what they call them: the id in its register, such as CQC's, or our own number. */
export async function placesNamed(tx: Transaction, names: string[]): Promise<Map<string, PammsPlace>> {
  const ours = names.flatMap((name) => (/^\d{1,9}$/.test(name) ? [Number(name)] : []));
  const rows = await tx.$queryRaw<(PammsPlace & { registerId: string })[]>`
    select id, name, register_id as "registerId" from location
     where register_id = any(${names}) or id = any(${ours})`;
  const byNumber = new Map(rows.map((row) => [String(row.id), row]));
  const byRegister = new Map(rows.map((row) => [row.registerId, row]));
  return new Map(
    names.flatMap((name) => {
      const place = byRegister.get(name) ?? byNumber.get(String(Number(name)));
      return place ? [[name, { id: place.id, name: place.name }]] : [];
    }),
  );
}

/** Each location's PAMMS ratings, newest assessment first, with those that support removed. */
export async function ratingsHeld(
  tx: Transaction,
  places: Iterable<PammsPlace>,
): Promise<Map<number, readonly HeldRating[]>> {
  const rows = await tx.$queryRaw<HeldRating[]>`
    select id, location_id as "locationId", rating, to_char(assessed_on, 'YYYY-MM-DD') as "assessedOn",
           report_uri as "reportUri", ended_at is not null as removed
      from pamms_rating where location_id = any(${[...places].map(({ id }) => id)})
     order by assessed_on desc, id desc`;
  const held = new Map<number, HeldRating[]>();
  for (const row of rows) held.set(row.locationId, [...(held.get(row.locationId) ?? []), row]);
  return held;
}
