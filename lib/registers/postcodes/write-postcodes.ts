import type { Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

/** Adds and moves postcodes and sectors. With a complete file, removes those that no longer exist. */
export async function writePostcodes(tx: Transaction, full: boolean, tally: Tally): Promise<void> {
  const changed = await tx.$executeRaw`
    update postcode p set latitude = s.latitude, longitude = s.longitude, local_authority_id = s.local_authority_id
    from incoming_postcode s
    where p.postcode = s.postcode
      and (p.latitude, p.longitude, p.local_authority_id) is distinct from (s.latitude, s.longitude, s.local_authority_id)`;
  const added = await tx.$executeRaw`
    insert into postcode (postcode, latitude, longitude, local_authority_id)
    select s.postcode, s.latitude, s.longitude, s.local_authority_id from incoming_postcode s
    where not exists (select from postcode p where p.postcode = s.postcode)
    order by s.postcode`;
  if (full)
    tally.closed += await tx.$executeRaw`
    delete from postcode p where not exists (select from incoming_postcode s where s.postcode = p.postcode)`;
  await count(tx, added, changed, tally);
}

/** Moves the centres of districts. A district keeps its council unless the file names an upper-tier one. */
export async function writeDistricts(tx: Transaction, tally: Tally): Promise<void> {
  const unplaced = await tx.$queryRaw<{ postcode: string; line: number }[]>`
    delete from incoming_postcode s
    where s.local_authority_id is null and not exists (select from outcode o where o.outcode = s.postcode)
    returning s.postcode, s.line`;
  for (const { postcode, line } of unplaced)
    tally.skip("district not in a council we know", () => `line ${line}: ${postcode}`);
  const changed = await tx.$executeRaw`
    update outcode o set
      latitude = s.latitude, longitude = s.longitude, local_authority_id = coalesce(s.local_authority_id, o.local_authority_id)
    from incoming_postcode s
    where o.outcode = s.postcode
      and (o.latitude, o.longitude, o.local_authority_id)
          is distinct from (s.latitude, s.longitude, coalesce(s.local_authority_id, o.local_authority_id))`;
  const added = await tx.$executeRaw`
    insert into outcode (outcode, latitude, longitude, local_authority_id)
    select s.postcode, s.latitude, s.longitude, s.local_authority_id from incoming_postcode s
    where not exists (select from outcode o where o.outcode = s.postcode)`;
  await count(tx, added, changed, tally);
}

async function count(tx: Transaction, added: number, changed: number, tally: Tally): Promise<void> {
  const [all] = await tx.$queryRaw<{ incoming: number }[]>`select count(*)::int as incoming from incoming_postcode`;
  tally.added += added;
  tally.changed += changed;
  tally.unchanged += (all?.incoming ?? 0) - added - changed;
}
