import type { Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

/**
 * Finds the council and Sub ICB of incoming locations whose record does not say: the council from their postcode, its
 * sector or its district; the Sub ICB from their postcode or, roughly, the one that covers most of their council.
 * `placed_by` records how it was found.
 */
export async function place(tx: Transaction, tally: Tally): Promise<void> {
  await tx.$executeRaw`update incoming_location set placed_by = 'register' where local_authority_id is not null`;
  for (const step of [byPostcode, bySector, byDistrict]) await step(tx);
  await tx.$executeRaw`
    update incoming_location s set sub_icb_id = a.sub_icb_id, placed_by = concat_ws(', ', s.placed_by, 'Sub ICB by council')
    from area a where a.id = s.local_authority_id and s.sub_icb_id is null and a.sub_icb_id is not null`;
  await noteUnplaced(tx, tally);
}

const byPostcode = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    local_authority_id = coalesce(s.local_authority_id, p.local_authority_id),
    placed_by = coalesce(s.placed_by, case when p.local_authority_id is not null then 'postcode' end),
    sub_icb_id = coalesce(s.sub_icb_id, p.sub_icb_id),
    latitude = coalesce(s.latitude, p.latitude), longitude = coalesce(s.longitude, p.longitude)
  from postcode p
  where p.postcode = replace(s.postcode, ' ', '')
    and (s.local_authority_id is null or s.sub_icb_id is null or s.latitude is null)`;

const bySector = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    local_authority_id = coalesce(s.local_authority_id, p.local_authority_id),
    placed_by = coalesce(s.placed_by, case when p.local_authority_id is not null then 'postcode sector' end),
    latitude = coalesce(s.latitude, p.latitude), longitude = coalesce(s.longitude, p.longitude)
  from postcode p
  where length(s.postcode) > 4 and p.postcode = left(replace(s.postcode, ' ', ''), -2)
    and (s.local_authority_id is null or s.latitude is null)`;

const byDistrict = (tx: Transaction) => tx.$executeRaw`
  update incoming_location s set
    local_authority_id = coalesce(s.local_authority_id, o.local_authority_id),
    placed_by = coalesce(s.placed_by, 'postcode district'),
    latitude = coalesce(s.latitude, o.latitude), longitude = coalesce(s.longitude, o.longitude)
  from outcode o
  where o.outcode = split_part(s.postcode, ' ', 1) and (s.local_authority_id is null or s.latitude is null)`;

async function noteUnplaced(tx: Transaction, tally: Tally): Promise<void> {
  const unplaced = await tx.$queryRaw<{ line: number; name: string; postcode: string; council: boolean }[]>`
    select line, name, postcode, local_authority_id is null as council from incoming_location
    where (local_authority_id is null or sub_icb_id is null) and deregistered_on is null order by line`;
  for (const { line, name, postcode, council } of unplaced)
    tally.notice(
      council ? "location not in a council we know" : "location not in a Sub ICB we know",
      () => `line ${line}: ${name}, ${postcode || "no postcode"}`,
    );
}
