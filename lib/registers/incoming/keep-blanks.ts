import { Prisma, type Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";

/** Coordinates belong to a postcode: if the postcode is different, the old ones are not kept. */
const sameCentre = Prisma.sql`s.postcode in ('', l.postcode)`;

/** A fact that may be blank in the file but known here: the condition for that, and the value to use. */
const blanks: readonly (readonly [column: string, isKept: Prisma.Sql, kept: Prisma.Sql])[] = [
  [
    "address lines",
    Prisma.sql`s.address_lines = '{}' and l.address_lines <> '{}'`,
    Prisma.sql`address_lines = case when s.address_lines = '{}' then l.address_lines else s.address_lines end`,
  ],
  [
    "latitude",
    Prisma.sql`s.latitude is null and l.latitude is not null and ${sameCentre}`,
    Prisma.sql`latitude = case when ${sameCentre} then coalesce(s.latitude, l.latitude) else s.latitude end`,
  ],
  [
    "longitude",
    Prisma.sql`s.longitude is null and l.longitude is not null and ${sameCentre}`,
    Prisma.sql`longitude = case when ${sameCentre} then coalesce(s.longitude, l.longitude) else s.longitude end`,
  ],
  [
    "postcode",
    Prisma.sql`s.postcode = '' and l.postcode <> ''`,
    Prisma.sql`postcode = coalesce(nullif(s.postcode, ''), l.postcode)`,
  ],
  ["town", Prisma.sql`s.town is null and l.town is not null`, Prisma.sql`town = coalesce(s.town, l.town)`],
  ["county", Prisma.sql`s.county is null and l.county is not null`, Prisma.sql`county = coalesce(s.county, l.county)`],
  [
    "ODS code",
    Prisma.sql`s.ods_code is null and l.ods_code is not null`,
    Prisma.sql`ods_code = coalesce(s.ods_code, l.ods_code)`,
  ],
  ["UPRN", Prisma.sql`s.uprn is null and l.uprn is not null`, Prisma.sql`uprn = coalesce(s.uprn, l.uprn)`],
  [
    "telephone",
    Prisma.sql`s.telephone is null and l.telephone is not null`,
    Prisma.sql`telephone = coalesce(s.telephone, l.telephone)`,
  ],
  [
    "website",
    Prisma.sql`s.website is null and l.website is not null`,
    Prisma.sql`website = coalesce(s.website, l.website)`,
  ],
  ["sector", Prisma.sql`s.sector is null and l.sector is not null`, Prisma.sql`sector = coalesce(s.sector, l.sector)`],
  [
    "inspection category",
    Prisma.sql`s.inspection_category is null and l.inspection_category is not null`,
    Prisma.sql`inspection_category = coalesce(s.inspection_category, l.inspection_category)`,
  ],
  [
    "registered on",
    Prisma.sql`s.registered_on is null and l.registered_on is not null`,
    Prisma.sql`registered_on = coalesce(s.registered_on, l.registered_on)`,
  ],
];

const known = Prisma.sql`location l where l.register = s.register and l.register_id = s.register_id`;

/** A blank is not a change: a fact that the file leaves blank keeps its earlier value, and the tally counts it. */
export async function keepWhatIsBlank(tx: Transaction, tally: Tally): Promise<void> {
  const columns = Prisma.join(blanks.map(([column, isKept]) => Prisma.sql`(${column}, ${isKept})`));
  const kept = await tx.$queryRaw<{ column: string; count: number; lines: number[] }[]>`
    select v.name as column, count(*)::int as count, (array_agg(s.line order by s.line))[1:3] as lines
    from incoming_location s
    join location l on l.register = s.register and l.register_id = s.register_id
    cross join lateral (values ${columns}) v(name, kept)
    where v.kept group by v.name order by v.name`;
  for (const { column, count, lines } of kept)
    tally.notice(`blank in the file, kept as it was: ${column}`, () => `line ${lines.join(", ")}`, count);
  const assigned = blanks.map(([, , keeping]) => keeping);
  if (kept.length > 0) await tx.$executeRaw`update incoming_location s set ${Prisma.join(assigned)} from ${known}`;
}

/** A rating that is blank in the file, or that was published before the one we have, is not a change. */
export async function keepRating(tx: Transaction, tally: Tally): Promise<void> {
  const kept = await tx.$queryRaw<{ line: number; name: string; blank: boolean }[]>`
    with before as (select line, overall_rating is null as blank from incoming_location)
    update incoming_location s set
      overall_rating = l.overall_rating, rated_on = l.rated_on, rating_inherited = l.rating_inherited
    from location l, before b
    where l.register = s.register and l.register_id = s.register_id and b.line = s.line
      and l.overall_rating is not null and (s.overall_rating is null or s.rated_on < l.rated_on)
    returning s.line, s.name, b.blank`;
  for (const { line, name, blank } of kept)
    tally.notice(
      blank ? "blank in the file, kept as it was: overall rating" : "overall rating older than ours, kept as it was",
      () => `line ${line}: ${name}`,
    );
}

/** Which entries of a list the file has columns for. It cannot change the others. */
export type ListedInFile = Record<"services" | "activities" | "userBands", Set<string>>;

/** If a file has no column for a service, an activity or a band, what we know of it stays. */
export async function keepWhatHasNoColumn(tx: Transaction, held: ListedInFile): Promise<void> {
  const [services, activities, bands] = [[...held.services], [...held.activities], [...held.userBands]];
  await tx.$executeRaw`
    update incoming_location s set services = ${withOthers(Prisma.sql`s.services`, Prisma.sql`l.services`, services)}
    from ${known} and not l.services <@ ${services}::text[]`;
  await tx.$executeRaw`
    update incoming_location s set activities = ${withOthers(Prisma.sql`s.activities`, Prisma.sql`l.activities`, activities)}
    from ${known} and not l.activities <@ ${activities}::text[]`;
  await tx.$executeRaw`
    update incoming_location s set user_bands = ${withOthers(Prisma.sql`s.user_bands`, Prisma.sql`l.user_bands`, bands)}
    from ${known} and not l.user_bands <@ ${bands}::text[]`;
}

/** The entries in the file, and the known entries for which the file has no column, in order. */
const withOthers = (given: Prisma.Sql, before: Prisma.Sql, columns: string[]): Prisma.Sql => Prisma.sql`array(
  select each from unnest(${given} || array(select k from unnest(${before}) k where k <> all(${columns}))) each
  order by each collate "C")`;

/**
 * A location that its register closed stays closed if a file merely lists it, because the file may be an older one. It
 * opens again if it was registered again later, or was closed only because it was missing from a complete register.
 */
export async function keepClosed(tx: Transaction, tally: Tally): Promise<void> {
  const left = await tx.$queryRaw<{ line: number; name: string; day: string }[]>`
    update incoming_location s set deregistered_on = l.deregistered_on
    from ${known} and l.deregistered_on is not null and l.missing_since is null and s.deregistered_on is null
      and coalesce(s.registered_on, '-infinity') <= l.deregistered_on
    returning s.line, s.name, l.deregistered_on::text as day`;
  for (const { line, name, day } of left)
    tally.notice("closed by its register, left closed", () => `line ${line}: ${name}, closed ${day}`);
}
