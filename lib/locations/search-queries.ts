import { db, Prisma } from "@/lib/db";
import { amongSql } from "./among";
import { placeOfPostcode } from "@/lib/organisations/queries";
import type { LocationKind } from "@/lib/access/kinds";
import { foldedWords, soughtIn } from "./sought";

/** A location as someone who registers chooses it. Everyone may know it: it is on a public register. */
export interface FoundLocation {
  id: number;
  name: string;
  provider: string;
  address: string;
  postcode: string;
}

export interface LocationSearch {
  found: FoundLocation[];
  /** How it was found: "district" when nothing is registered at the postcode itself, "short" when too little was typed. */
  by: "postcode" | "district" | "name" | "short";
  /** There are more than are shown. */
  more: boolean;
}

/**
 * Locations of these types that are registered, by postcode or the start of one, by CQC's or the NHS's id, or by all
 * the words of their name, company and town, also in part. A postcode where nothing is registered answers with its
 * district, nearest first.
 */
export async function locationSearch(
  text: string,
  types: readonly LocationKind[],
  limit = 50,
): Promise<LocationSearch> {
  const sought = soughtIn(text);
  if (sought === null) return { found: [], by: "short", more: false };
  const among = (where: Prisma.Sql, order: Prisma.Sql, most = limit + 1) => registered(where, types, order, most);
  if (sought.by === "name") return answer("name", await byName(sought.words, among, limit + 1), limit);
  const at = await among(startingWith(sought.postcode, sought.shown), sorted);
  if (at.length > 0 || sought.district === null) return answer("postcode", at, limit);
  const order = distanceFrom(await placeOfPostcode(sought.postcode));
  const near = await among(startingWith(sought.district, `${sought.district} `), order);
  return answer("district", near, limit);
}

const answer = (by: LocationSearch["by"], rows: FoundLocation[], limit: number): LocationSearch => ({
  found: rows.slice(0, limit),
  by,
  more: rows.length > limit,
});

/** The first condition is the one with an index, the second tells OL1 from OL10. */
const startingWith = (joined: string, shown: string): Prisma.Sql =>
  Prisma.sql`replace(l.postcode, ' ', '') like ${`${joined}%`} and l.postcode like ${`${shown}%`}`;

/** Near enough within a district: in England a degree of longitude is 0.6 of one of latitude. */
const distanceFrom = (place: { latitude: number; longitude: number } | null): Prisma.Sql =>
  place === null
    ? sorted
    : Prisma.sql`(l.latitude - ${place.latitude}) ^ 2 + (0.6 * (l.longitude - ${place.longitude})) ^ 2, ${sorted}`;

/** A text in the database without the signs that people leave out when they type, as the indexes hold names. */
export const asSearched = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`translate(lower(${text}), '-''’.,', ' ')`;
const name = asSearched(Prisma.sql`l.name`);
const nameAndTown = asSearched(Prisma.sql`l.name || ' ' || coalesce(l.town, '')`);
/** The order of the index of names; and the same order for a few rows that were found without it, written so that PostgreSQL does not read the index. */
const indexed = Prisma.sql`${name} collate "C"`;
const sorted = Prisma.sql`(${name} || '') collate "C"`;

type Among = (where: Prisma.Sql, order: Prisma.Sql, most: number) => Promise<FoundLocation[]>;

/**
 * An id finds its own. Else names that begin with all that was typed come first, then those that begin with its first
 * word, then the others: the index of names covers each of these. Then come places whose company or town has what their
 * name hasn't.
 */
async function byName(typed: readonly string[], among: Among, most: number): Promise<FoundLocation[]> {
  const words = foldedWords(typed);
  const [first] = words;
  if (first === undefined) return [];
  const [begun, whole] = [beginning(first), beginning(words.join(" "))];
  const all = Prisma.join(
    words.map((word) => holding(name, word)),
    " and ",
  );
  const found = typed.length === 1 ? await among(registeredAs(typed.join()), sorted, most) : [];
  const steps = [whole, ...(words.length > 1 ? [Prisma.sql`${begun} and not (${whole}) and ${all}`] : [])];
  for (const step of [...steps, Prisma.sql`not (${begun}) and ${all}`])
    if (found.length < most) found.push(...(await among(step, indexed, most - found.length)));
  if (found.length < most)
    found.push(...(await among(Prisma.sql`not (${all}) and ${await answering(words)}`, sorted, most - found.length)));
  return found;
}

const company = asSearched(Prisma.sql`p.name`);

/** Companies whose name has all of these words, folded. */
export async function companiesNamed(words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return [];
  const all = words.map((word) => holding(company, word));
  const [found] = await db.$queryRaw<{ ids: number[] }[]>`
    select coalesce(array_agg(p.id), '{}') as ids from provider p where ${Prisma.join(all, " and ")}`;
  return found?.ids ?? [];
}

/**
 * A condition on locations `l`: each of these words, folded, is in the place's name or town, or in its company's name.
 * The companies of a word are looked up first.
 */
export async function answering(words: readonly string[]): Promise<Prisma.Sql> {
  if (words.length === 0) return Prisma.sql`true`;
  const parts = words.map(async (word) => {
    const companies = amongSql(Prisma.sql`l.provider_id`, await companiesNamed([word]));
    return Prisma.sql`(${companies} or ${holding(nameAndTown, word)})`;
  });
  return Prisma.join(await Promise.all(parts), " and ");
}

const registeredAs = (id: string): Prisma.Sql =>
  Prisma.sql`l.register in ('cqc', 'ods', 'demo') and l.register_id = ${id.toUpperCase()}`;

/** Names that begin so, as a range of their index. */
const beginning = (text: string): Prisma.Sql =>
  Prisma.sql`${indexed} >= ${text} and ${indexed} < ${`${text}\u{10FFFF}`}`;

/** Three letters may stand anywhere in a text. Fewer are in most names, so they begin a word of it. */
const holding = (text: Prisma.Sql, word: string): Prisma.Sql =>
  word.length > 2
    ? Prisma.sql`${text} like ${`%${escaped(word)}%`}`
    : Prisma.sql`(${text} like ${`${escaped(word)}%`} or ${text} like ${`% ${escaped(word)}%`})`;

const escaped = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** The few that are shown are chosen before anything is joined to them, and sorted by bytes: names are many. */
const registered = (where: Prisma.Sql, types: readonly LocationKind[], order: Prisma.Sql, most: number) =>
  db.$queryRaw<FoundLocation[]>`
    select l.id, l.name, p.name as provider,
           concat_ws(', ', array_to_string(l.address_lines, ', '), l.town) as address, l.postcode
    from (
      select l.id, row_number() over (order by ${order}, l.id) as place
      from location l
      where ${where} and l.deregistered_on is null and l.types && ${[...types]}::location_type[]
      order by ${order}, l.id
      limit ${most}
    ) first join location l on l.id = first.id join provider p on p.id = l.provider_id
    order by first.place`;
