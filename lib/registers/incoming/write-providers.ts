import { Prisma, type Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

const written = Prisma.sql`name, brand_id, brand_name, ownership, ods_code, address_lines, postcode, telephone, website, registered_on, deregistered_on`;
const theirs = Prisma.sql`s.name, s.brand_id, s.brand_name, s.ownership, s.ods_code, s.address_lines, s.postcode, s.telephone, s.website, s.registered_on, s.deregistered_on`;
const ours = Prisma.sql`p.name, p.brand_id, p.brand_name, p.ownership, p.ods_code, p.address_lines, p.postcode, p.telephone, p.website, p.registered_on, p.deregistered_on`;

/** Adds and updates the incoming providers, and returns how many. Facts that are not in the file stay as they are. */
export async function writeProviders(tx: Transaction, tally: Tally): Promise<{ added: number; changed: number }> {
  await tx.$executeRaw`
    update incoming_provider s set
      name = case when s.described then s.name else p.name end,
      brand_id = coalesce(s.brand_id, p.brand_id), brand_name = coalesce(s.brand_name, p.brand_name),
      ownership = coalesce(s.ownership, p.ownership), ods_code = coalesce(s.ods_code, p.ods_code),
      address_lines = case when s.described then s.address_lines else p.address_lines end,
      postcode = coalesce(s.postcode, p.postcode), telephone = coalesce(s.telephone, p.telephone),
      website = coalesce(s.website, p.website), registered_on = coalesce(s.registered_on, p.registered_on),
      deregistered_on = case when s.described then s.deregistered_on else p.deregistered_on end
    from provider p where p.register = s.register and p.register_id = s.register_id`;
  const changed = await tx.$executeRaw`
    update provider p set (${written}) = (select ${theirs})
    from incoming_provider s
    where p.register = s.register and p.register_id = s.register_id and (${ours}) is distinct from (${theirs})`;
  const added = await tx.$executeRaw`
    insert into provider (register, register_id, ${written})
    select s.register, s.register_id, ${theirs} from incoming_provider s
    where not exists (select from provider p where p.register = s.register and p.register_id = s.register_id)
    order by s.line`;
  tally.notice("provider added", undefined, added);
  tally.notice("provider changed", undefined, changed);
  const unnamed = await tx.$queryRaw<{ register_id: string }[]>`
    select p.register_id from provider p join incoming_provider s using (register, register_id) where p.name = p.register_id`;
  for (const { register_id } of unnamed) tally.notice("provider known only by its ID", () => register_id);
  return { added, changed };
}

/** Trusts that closed before we had a record of them are not added. */
export async function dropUnknownClosedProviders(tx: Transaction, tally: Tally): Promise<number> {
  const dropped = await tx.$queryRaw<{ line: number; name: string }[]>`
    delete from incoming_provider s
    where s.deregistered_on is not null
      and not exists (select from provider p where p.register = s.register and p.register_id = s.register_id)
    returning s.line, s.name`;
  for (const { line, name } of dropped)
    tally.skip("closed before we had a record of it", () => `line ${line}: ${name}`);
  return dropped.length;
}
