import { Prisma, type Transaction } from "@/lib/db";
import { leftAsItIs, type Tally } from "@/lib/registers/import/tally";
import type { LocationKind } from "@/lib/access/kinds";

const written = Prisma.sql`
  provider_id, name, types, address_lines, town, county, postcode, latitude, longitude, local_authority_id, sub_icb_id,
  placed_by, ods_code, uprn, telephone, website, care_home, beds, services, specialisms, activities, user_bands, sector,
  inspection_category, overall_rating, rated_on, rating_inherited, report_uri, registered_on, deregistered_on,
  missing_since, dormant, dormant_from, dual_primary_id, dual_provider_id, predecessors, successors`;
const theirs = Prisma.sql`
  s.provider_id, s.name, s.types, s.address_lines, s.town, s.county, s.postcode, s.latitude, s.longitude,
  s.local_authority_id, s.sub_icb_id, s.placed_by, s.ods_code, s.uprn, s.telephone, s.website, s.care_home, s.beds,
  s.services, s.specialisms, s.activities, s.user_bands, s.sector, s.inspection_category, s.overall_rating, s.rated_on,
  s.rating_inherited, s.report_uri, s.registered_on, s.deregistered_on, s.missing_since, s.dormant, s.dormant_from, s.dual_primary_id,
  s.dual_provider_id, s.predecessors, s.successors`;
const ours = Prisma.sql`
  l.provider_id, l.name, l.types, l.address_lines, l.town, l.county, l.postcode, l.latitude, l.longitude,
  l.local_authority_id, l.sub_icb_id, l.placed_by, l.ods_code, l.uprn, l.telephone, l.website, l.care_home, l.beds,
  l.services, l.specialisms, l.activities, l.user_bands, l.sector, l.inspection_category, l.overall_rating, l.rated_on,
  l.rating_inherited, l.report_uri, l.registered_on, l.deregistered_on, l.missing_since, l.dormant, l.dormant_from, l.dual_primary_id,
  l.dual_provider_id, l.predecessors, l.successors`;

/**
 * Adds and updates the incoming locations, and counts in the tally which are new, changed, closed and unchanged. Only
 * the register's own columns are written: contacts, access and returns are in other tables.
 */
export async function writeLocations(tx: Transaction, tally: Tally): Promise<void> {
  await tx.$executeRaw`
    update incoming_location s set provider_id = p.id
    from provider p where p.register = s.register and p.register_id = s.provider_code`;
  await linkDuals(tx);
  await dropAbsentPrimaries(tx, tally);
  await tx.$executeRaw`
    create temp table changed_location on commit drop as
    select l.id, s.register_id, s.line, l.deregistered_on is null and s.deregistered_on is not null as closed,
           l.deregistered_on is not null and s.deregistered_on is null as opened, s.name,
           not l.types <@ s.types as fewer_types,
           l.local_authority_id is not null and s.local_authority_id is null as no_council,
           l.beds > 0 and s.beds = 0 as no_beds,
           array(select was.key from jsonb_each(to_jsonb(l)) was join jsonb_each(to_jsonb(s)) said using (key)
                 where was.key <> 'id' and was.value is distinct from said.value) as fields
    from incoming_location s join location l on l.register = s.register and l.register_id = s.register_id
    where (${ours}) is distinct from (${theirs})`;
  await count(tx, tally);
  await tx.$executeRaw`
    update location l set (${written}) = (select ${theirs})
    from changed_location c join incoming_location s on s.register_id = c.register_id where l.id = c.id`;
  await tx.$executeRaw`
    insert into location (register, register_id, ${written})
    select s.register, s.register_id, ${theirs} from incoming_location s
    where not exists (select from location l where l.register = s.register and l.register_id = s.register_id)
    order by s.line`;
}

/** Two providers at one site: records at each location the other's provider, and which of the two is the primary. */
async function linkDuals(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    update incoming_location s set dual_primary_id = d.primary_id
    from incoming_dual d where d.register_id = s.register_id and d.primary_id <> '' and s.dual_primary_id is null`;
  await tx.$executeRaw`
    update incoming_location s set dual_primary_id =
      case when (o.registered_on, o.register_id) < (s.registered_on, s.register_id) then o.register_id else s.register_id end
    from incoming_location o where s.dual_with = o.register_id and s.dual_primary_id is null`;
  await tx.$executeRaw`
    with member as (
      select register_id, provider_id, coalesce(dual_primary_id, register_id) as pair from incoming_location
      where coalesce(dual_primary_id, register_id) in (select dual_primary_id from incoming_location)
    )
    update incoming_location s set dual_provider_id = other.provider_id
    from (
      select a.register_id, min(b.provider_id) as provider_id
      from member a join member b on b.pair = a.pair and b.provider_id <> a.provider_id
      group by a.register_id
    ) other where other.register_id = s.register_id`;
  await tx.$executeRaw`
    update incoming_location s set dual_provider_id = p.id
    from incoming_dual d join provider p on p.register = 'cqc' and p.register_id = d.linked_id
    where d.register_id = s.register_id and s.dual_provider_id is null and p.id <> s.provider_id`;
}

/** Beds are counted at the primary of the two or, if it is not registered here, at the other one. */
async function dropAbsentPrimaries(tx: Transaction, tally: Tally): Promise<void> {
  const alone = await tx.$queryRaw<{ line: number; name: string }[]>`
    update incoming_location s set dual_primary_id = null
    where s.dual_primary_id is not null
      and not exists (
        select from incoming_location o where o.register_id = s.dual_primary_id and o.deregistered_on is null)
      and not exists (
        select from location l
        where l.register = s.register and l.register_id = s.dual_primary_id and l.deregistered_on is null)
    returning s.line, s.name`;
  for (const { line, name } of alone)
    tally.notice("dual registration whose primary location is not here", () => `line ${line}: ${name}`);
}

async function count(tx: Transaction, tally: Tally): Promise<void> {
  const [numbers] = await tx.$queryRaw<{ incoming: number; known: number; changed: number; closed: number }[]>`
    select (select count(*)::int from incoming_location) as incoming,
           (select count(*)::int from incoming_location s join location l on l.register = s.register and l.register_id = s.register_id) as known,
           (select count(*)::int from changed_location where not closed) as changed,
           (select count(*)::int from changed_location where closed) as closed`;
  const { incoming, known, changed, closed } = numbers ?? { incoming: 0, known: 0, changed: 0, closed: 0 };
  tally.added += incoming - known;
  tally.changed += changed;
  tally.closed += closed;
  tally.unchanged += known - changed - closed;
  const lost = await tx.$queryRaw<{ types: number; councils: number; beds: number }[]>`
    select count(*) filter (where fewer_types)::int as types, count(*) filter (where no_council)::int as councils,
           count(*) filter (where no_beds)::int as beds
    from changed_location where not closed`;
  for (const each of ["types", "councils", "beds"] as const) tally.lost[each] += lost[0]?.[each] ?? 0;
  const turned = await tx.$queryRaw<{ register_id: string; name: string; closed: boolean }[]>`
    select register_id, name, closed from changed_location where closed or opened order by register_id`;
  for (const { register_id, name, closed: isClosed } of turned)
    tally.noticeEach(isClosed ? "closed" : "opened again", `${register_id} ${name}`);
  const fields = await tx.$queryRaw<{ field: string; count: number; lines: number[] }[]>`
    select field, count(*)::int, (array_agg(line order by line))[1:3] as lines
    from changed_location, unnest(fields) as field group by field order by count(*) desc, field`;
  for (const { field, count: of, lines } of fields)
    tally.notice(`changed: ${field.replaceAll("_", " ")}`, () => `line ${lines.join(", ")}`, of);
}

/** A location that closed before we had a record of it is not added. The closure of one that we know is reported. */
export async function dropUnknownClosed(tx: Transaction, tally: Tally): Promise<void> {
  const dropped = await tx.$queryRaw<{ line: number; name: string }[]>`
    delete from incoming_location s
    where s.deregistered_on is not null
      and not exists (select from location l where l.register = s.register and l.register_id = s.register_id)
    returning s.line, s.name`;
  await tx.$executeRaw`
    delete from incoming_provider s
    where s.deregistered_on is not null and not exists (select from incoming_location l where l.provider_code = s.register_id)
      and exists (select from incoming_location)`;
  for (const { line, name } of dropped)
    tally.skip("closed before we had a record of it", () => `line ${line}: ${name}`);
}

/** An area found by postcode does not replace one that a register gave, unless the location has moved. */
export async function keepSurerPlace(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    update incoming_location s set
      local_authority_id = l.local_authority_id, sub_icb_id = coalesce(s.sub_icb_id, l.sub_icb_id),
      latitude = l.latitude, longitude = l.longitude, placed_by = l.placed_by
    from location l
    where l.register = s.register and l.register_id = s.register_id and l.postcode = s.postcode
      and array_position(${ways}, split_part(l.placed_by, ',', 1)) <
          coalesce(array_position(${ways}, split_part(s.placed_by, ',', 1)), 9)`;
}

/** The ways in which a location's area can be found, the most certain first. */
const ways = ["register", "postcode", "postcode sector", "postcode district"];

/** The locations that a file lists completely. */
export interface Extent {
  register: "cqc" | "ods";
  /** One provider type, if the register comes in several files. */
  type: LocationKind | null;
}

/**
 * Registered locations that we know and that are not in the file: reported, and closed on `day` if the file is the
 * whole register.
 */
export async function closeMissing(
  tx: Transaction,
  { register, type }: Extent,
  day: string,
  full: boolean,
  tally: Tally,
): Promise<void> {
  const missing = await tx.$queryRaw<{ id: number; register_id: string; name: string }[]>`
    select l.id, l.register_id, l.name from location l
    where l.register = ${register}::register and l.deregistered_on is null
      and (${type}::location_type is null or ${type}::location_type = any(l.types))
      and not exists (select from incoming_location s where s.register_id = l.register_id)
      and not exists (select from incoming_other o where o.register_id = l.register_id)
    order by l.register_id`;
  for (const { register_id, name } of missing)
    if (full) tally.noticeEach("closed: not in the file", `${register_id} ${name}`);
    else tally.notice(leftAsItIs, () => `${register_id} ${name}`);
  if (!full || missing.length === 0) return;
  await tx.$executeRaw`
    update location set deregistered_on = ${day}::date, missing_since = ${day}::date where id = any(${missing.map(({ id }) => id)})`;
  tally.closed += missing.length;
}

/** Locations that we keep and that have changed into a type that files no return. */
export async function emptyOthers(tx: Transaction, register: "cqc", tally: Tally): Promise<void> {
  const emptied = await tx.$queryRaw<{ register_id: string; name: string }[]>`
    update location l set types = '{}' from incoming_other o
    where l.register = ${register}::register and l.register_id = o.register_id and l.types <> '{}'
    returning l.register_id, l.name`;
  tally.changed += emptied.length;
  tally.lost.types += emptied.length;
  for (const { register_id, name } of emptied)
    tally.notice("no longer a type of provider we use", () => `${register_id} ${name}`);
}
