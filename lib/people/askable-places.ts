import { areaKindOf, isGivenLocations, locationKinds } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { AreaKind, User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { answering, locationSearch, type FoundLocation } from "@/lib/locations/search-queries";
import { foldedWords, soughtIn } from "@/lib/locations/sought";
import { ownWaiting } from "@/lib/registrations/own-waiting";

/** How a person looks for more to ask for. */
export interface PlaceSearched {
  by: "postcode" | "local_authority" | "sub_icb";
  words: string;
  areaId: number | null;
  /** From 1; of an area's locations a page at a time. */
  page: number;
}

export interface AskablePlace extends FoundLocation {
  /** Why it need not be asked for: "you have access" or "you are waiting for it". */
  already: string | null;
}

/** What someone may ask for: locations, areas of one kind, or nothing but through support. */
export function askableBy(user: User): "locations" | AreaKind | null {
  if (!can(user, "ask for access")) return null;
  if (isGivenLocations(user.kind)) return "locations";
  return areaKindOf(user.kind);
}

const placesAPage = 50;

/** Registered locations to ask for, found by postcode or name, or in a council's or Sub ICB's area. They are public. */
export async function askablePlaces(
  user: User,
  { by, words, areaId, page }: PlaceSearched,
): Promise<{ places: AskablePlace[]; more: boolean; nearby: boolean; tooShort: boolean }> {
  if (askableBy(user) !== "locations") return { places: [], more: false, nearby: false, tooShort: false };
  const search =
    by === "postcode"
      ? await locationSearch(words, locationKinds, placesAPage)
      : { by: "name", ...(await inArea(by, areaId ?? 0, words, page)) };
  const { found, more } = search;
  const waiting = await db.accessRequest.findMany({
    where: { ...ownWaiting(user), locationId: { in: found.map(({ id }) => id) } },
    select: { locationId: true },
  });
  const has = new Set(user.grants.map(({ locationId }) => locationId));
  const waits = new Set(waiting.map(({ locationId }) => locationId));
  const already = (id: number) => (has.has(id) ? "you have access" : waits.has(id) ? "you are waiting for it" : null);
  return {
    places: found.map((each) => ({ ...each, already: already(each.id) })),
    more,
    nearby: search.by === "district",
    tooShort: search.by === "short",
  };
}

/** Why an area need not be asked for, by its number; null where it may be. */
export async function askedAreas(user: User): Promise<(id: number) => string | null> {
  const waiting = await db.accessRequest.findMany({ where: ownWaiting(user), select: { areaId: true } });
  const has = new Set(user.grants.map(({ area }) => area?.id));
  const waits = new Set(waiting.map(({ areaId }) => areaId));
  return (id) => (has.has(id) ? "you have access" : waits.has(id) ? "you are waiting for it" : null);
}

async function inArea(by: "local_authority" | "sub_icb", areaId: number, words: string, page: number) {
  const sought = soughtIn(words);
  const named = await answering(sought?.by === "name" ? foldedWords(sought.words) : []);
  const found = await db.$queryRaw<FoundLocation[]>`
    select l.id, l.name, p.name as provider, concat_ws(', ', array_to_string(l.address_lines, ', '), l.town) as address, l.postcode
      from location l join provider p on p.id = l.provider_id
     where ${by === "sub_icb" ? Prisma.sql`l.sub_icb_id = ${areaId}` : Prisma.sql`l.local_authority_id = ${areaId}`}
       and l.deregistered_on is null and cardinality(l.types) > 0
       and ${named}
       and (${sought?.by !== "postcode"} or l.postcode like ${sought?.by === "postcode" ? `${sought.shown}%` : ""})
     order by lower(l.name), l.id limit ${placesAPage + 1} offset ${(page - 1) * placesAPage}`;
  return { found: found.slice(0, placesAPage), more: found.length > placesAPage };
}
