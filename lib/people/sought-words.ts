import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { asSearched } from "@/lib/locations/search-queries";
import { withoutAccents } from "@/lib/without-accents";
import { managedPlaces } from "./managed";

/** One word that people are looked for by: in their name, address or job, or in a place they have access to. */
export interface SoughtWord {
  like: string;
  /** The places whose name has it. */
  places: number[];
  /** Which column of the table of people says that they have access to one of these. */
  column: Prisma.Sql;
}

const placeName = asSearched(Prisma.sql`l.name`);
const columns = [Prisma.sql`at1`, Prisma.sql`at2`, Prisma.sql`at3`, Prisma.sql`at4`];

/** The words of a search, four at most, each with the places it names: these are few, and looked up first. */
export async function soughtWords(user: User, typed: string): Promise<SoughtWord[]> {
  const words = [...new Set(withoutAccents(typed).replace(/['’]/g, "").split(/\s+/).filter(Boolean))].slice(
    0,
    columns.length,
  );
  if (words.length === 0) return [];
  const likes = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const scope = user.kind === "support" ? Prisma.sql`true` : Prisma.sql`l.id in (select id from place)`;
  const places = await db.$queryRaw<{ id: number; name: string }[]>`
    with ${managedPlaces(user)}
    select l.id, ${placeName} as name from location l where ${scope} and ${placeName} like any(${likes}::text[])`;
  return words.map((word, at) => ({
    like: likes[at] ?? "",
    places: places.filter(({ name }) => name.includes(word)).map(({ id }) => id),
    column: columns[at] ?? Prisma.sql`at1`,
  }));
}

/** A column a word: has this person access to a place of that name? Read while their access is counted anyway. */
export const placeColumns = (words: readonly SoughtWord[]): Prisma.Sql =>
  words.length === 0
    ? Prisma.empty
    : Prisma.sql`, ${Prisma.join(
        words.map(
          ({ places, column }) =>
            Prisma.sql`coalesce(bool_or(g.location_id in (select unnest(${places}::int[]))), false) as ${column}`,
        ),
      )}`;

const text = Prisma.sql`(a.full_name || ' ' || a.email || ' ' || a.job_title)`;

export const matching = ({ like, column }: SoughtWord): Prisma.Sql =>
  Prisma.sql`(p.${column} or ${textWith(text, like)})`;

/**
 * Has a text of the database these letters, whatever stands on or through them? `like` has none of those. Plain letters
 * are compared without asking the language of each name: that is what a search of thousands spends. Only a text with
 * other letters is read again without its accents.
 */
export const textWith = (where: Prisma.Sql, like: string): Prisma.Sql => Prisma.sql`(
  translate(${where}, '''’', '') collate "C" ilike ${like}
  or (octet_length(${where}) <> char_length(${where}) and without_accents(translate(${where}, '''’', '')) like ${like}))`;
