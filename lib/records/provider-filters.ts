import { isLocationKind } from "@/lib/access/kinds";
import { db, Prisma } from "@/lib/db";
import { amongSql } from "@/lib/locations/among";
import { answering } from "@/lib/locations/search-queries";
import { foldedWords, soughtIn } from "@/lib/locations/sought";

/** How a location stands with the returns that the law wants. */
export const complianceWords = {
  on_track: "On track",
  risk: "At risk",
  notice: "Notice threshold reached",
} as const;
export type ComplianceState = keyof typeof complianceWords;

/** When a location last said something of its beds or hours. */
export const updatedWords = {
  week: "In the last 7 days",
  month: "In the last 30 days",
  older: "More than 30 days ago",
  never: "Never",
} as const;
type UpdatedWithin = keyof typeof updatedWords;

/** What is asked of the list; an empty text asks for everything. */
export interface ProvidersWanted {
  search: string;
  parent: string;
  ownership: string;
  region: string;
  council: string;
  subIcb: string;
  type: string;
  compliance: string;
  updated: string;
  by: string;
  descending: boolean;
  page: number;
  size: number;
}

const day = 86_400_000;
const isOneOf = <T extends string>(words: Readonly<Record<T, string>>, text: string): text is T =>
  Object.hasOwn(words, text);

/**
 * The filters as conditions on location `l`, its provider `p` and its newest statement `n`. `standing` gives the ids of
 * those that stand so, for the one filter that is worked out elsewhere.
 */
export async function wantedLocations(
  wanted: ProvidersWanted,
  standing: (state: ComplianceState) => Promise<readonly number[]>,
  now: Date,
): Promise<Prisma.Sql> {
  const { parent, ownership, region, council, subIcb, type, compliance } = wanted;
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (wanted.search) parts.push(await searchedSql(wanted.search));
  if (parent) parts.push(parentSql(parent));
  if (ownership) parts.push(Prisma.sql`p.ownership = ${ownership}`);
  if (region)
    parts.push(Prisma.sql`l.local_authority_id in (
      select c.id from area c join area r on r.id = c.nhs_region_id where r.ons_code = ${region})`);
  if (council) parts.push(Prisma.sql`l.local_authority_id = (select id from area where ons_code = ${council})`);
  if (subIcb) parts.push(Prisma.sql`l.sub_icb_id = (select id from area where ons_code = ${subIcb})`);
  if (isLocationKind(type)) parts.push(Prisma.sql`l.types @> array[${type}]::location_type[]`);
  if (isOneOf(complianceWords, compliance)) parts.push(amongSql(Prisma.sql`l.id`, await standing(compliance)));
  if (isOneOf(updatedWords, wanted.updated)) parts.push(updatedSql(wanted.updated, now));
  return Prisma.join(parts, " and ");
}

/** When location said something last, of its newest statement `n`. */
export const lastSaidSql = Prisma.sql`greatest(n.beds_at, n.hours_at)`;

function updatedSql(within: UpdatedWithin, now: Date): Prisma.Sql {
  const since = (days: number) => new Date(now.getTime() - days * day);
  switch (within) {
    case "week":
      return Prisma.sql`${lastSaidSql} >= ${since(7)}`;
    case "month":
      return Prisma.sql`${lastSaidSql} >= ${since(30)}`;
    case "older":
      return Prisma.sql`${lastSaidSql} < ${since(30)}`;
    case "never":
      return Prisma.sql`${lastSaidSql} is null`;
  }
}

/** Every word begins or is part of the company's name. */
function parentSql(parent: string): Prisma.Sql {
  const like = foldedWords([parent]).map(
    (word) => Prisma.sql`lower(p.name) like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  return like.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(like, " and ")})`;
}

/**
 * A postcode or the start of one, a register's id, or words of its names, town and company. The few that have that id or
 * call themselves so are asked for first: as one of two conditions they would keep the search from its index.
 */
async function searchedSql(search: string): Promise<Prisma.Sql> {
  const sought = soughtIn(search);
  if (sought === null) return Prisma.sql`lower(l.name) like ${`${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`;
  if (sought.by === "postcode")
    return Prisma.sql`(replace(l.postcode, ' ', '') like ${`${sought.postcode}%`} and l.postcode like ${`${sought.shown}%`})`;
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const [named, exact] = await Promise.all([
    answering(foldedWords(sought.words)),
    db.$queryRaw<{ id: number; registered: boolean }[]>`
      select id, true as registered from location where register_id = ${search.trim().toUpperCase()}
      union all
      select location_id, false from own_details
       where lower(coalesce(trading_name, '') || ' ' || coalesce(short_name, '')) like ${like}`,
  ]);
  const own = Prisma.sql`l.id = any(${exact.map(({ id }) => id)}::int[])`;
  if (exact.some(({ registered }) => registered)) return own;
  return exact.length === 0 ? Prisma.sql`(${named})` : Prisma.sql`((${named}) or ${own})`;
}
