import { isOverseerKind } from "@/lib/access/kinds";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { services } from "@/lib/capacity/services";
import { db } from "@/lib/db";
import { type DueReturn, dueReturns, overseenReturns } from "@/lib/returns/queries";

const locationsAPage = 200;

interface LocationSaid {
  id: number;
  name: string;
  returns: object[];
}

/**
 * The locations of a key, each with what it is asked for and how that stands: of whoever files, those they file for; of an
 * overseer, those of their area, as their worklist shows them, from after a number on. `next`: where the next page begins.
 */
export async function locationsSaid(
  user: User,
  after: number,
  now: Date,
): Promise<{ locations: LocationSaid[]; next: number | null }> {
  if (!isOverseerKind(user.kind)) return { locations: grouped(await dueReturns(user, now)), next: null };
  const rows = await db.$queryRaw<{ id: number }[]>`
    select l.id from location l
     where ${locationsVisibleToSql(user)} and l.types && ${[...services]}::location_type[] and l.id > ${after}::int
     order by l.id limit ${locationsAPage + 1}`;
  const ids = rows.slice(0, locationsAPage).map(({ id }) => id);
  const locations = grouped(await overseenReturns(user, ids, now)).sort((a, b) => a.id - b.id);
  return { locations, next: rows.length > ids.length ? (ids.at(-1) ?? null) : null };
}

function grouped(returns: readonly DueReturn[]): LocationSaid[] {
  const locations = new Map<number, LocationSaid>();
  for (const { locationId: id, location: name, collection, state, month, mandated, lastFiled } of returns) {
    const said = locations.get(id) ?? { id, name, returns: [] };
    said.returns.push({ collection, state, month, monthly: mandated, lastFiled: lastFiled?.reference ?? null });
    locations.set(id, said);
  }
  return [...locations.values()];
}
