import { findingSettingOnSql } from "@/lib/access/finding-settings";
import { db, Prisma } from "@/lib/db";
import type { PublicPlace } from "./public-places";

/** A place of the open feed with the number of its latest change; `place` is null when it has left the feed. */
export interface PlaceChange {
  id: number;
  version: number;
  place: PublicPlace | null;
}

/** How many places are read at once. */
export const placesAPage = 500;

/**
 * The number of the newest change in the open feed; null while it is switched off. Known without reading any place: what
 * publishes the feed keeps the number in a row of its own, in the transaction that gives it to the places that changed.
 */
export async function feedVersion(): Promise<number | null> {
  const [row] = await db.$queryRaw<{ on: boolean; version: number }[]>`
    select ${findingSettingOnSql("openFeed")} as on, coalesce((select version from open_feed), 0) as version`;
  return row?.on ? row.version : null;
}

const after = async (version: number, also: Prisma.Sql): Promise<PlaceChange[]> =>
  db.$queryRaw<PlaceChange[]>`
    select location_id as id, version, said as place from open_place
     where version > ${version}::int and ${also} order by version limit ${placesAPage + 1}`;

/** A page and where the next begins; null where there is none. */
const paged = (rows: PlaceChange[]) => {
  const page = rows.slice(0, placesAPage);
  return { page, next: rows.length > page.length ? (page.at(-1)?.version ?? null) : null };
};

/** The places in the feed in the order of their latest change: one that changes while pages are read comes again, later. */
export const placesFrom = async (version: number) => paged(await after(version, Prisma.sql`said is not null`));

/** What has changed since a version and what has gone, in order. */
export const changesSince = async (version: number) => paged(await after(version, Prisma.sql`true`));
