import type { Place } from "@/lib/access/covers";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import type { LocationKind } from "@/lib/access/kinds";
import { soughtIn } from "./sought";

/** Where a location stands, for the policy; null when there is no such location. Says nothing of who asks. */
export async function placeOf(locationId: number): Promise<Place | null> {
  const found = await db.location.findUnique({ where: { id: locationId }, select: placed });
  return found && asPlace(found);
}

/** Where several locations stand; those that do not exist are left out. */
export const placesOf = async (locationIds: readonly number[]): Promise<Place[]> =>
  (await db.location.findMany({ where: { id: { in: [...locationIds] } }, select: placed })).map(asPlace);

/** What must be read of a location to tell where it stands. */
export const placed = {
  id: true,
  providerId: true,
  dualProviderId: true,
  localAuthorityId: true,
  subIcbId: true,
  localAuthority: { select: { lrfId: true, nhsRegionId: true, onsRegionId: true } },
  subIcb: { select: { icbId: true } },
} as const satisfies Prisma.LocationSelect;

/** Where a location stands, of what `placed` reads. */
export const asPlace = ({
  localAuthority,
  subIcb,
  ...own
}: Prisma.LocationGetPayload<{ select: typeof placed }>): Place => ({
  ...own,
  lrfId: localAuthority?.lrfId ?? null,
  nhsRegionId: localAuthority?.nhsRegionId ?? null,
  onsRegionId: localAuthority?.onsRegionId ?? null,
  icbId: subIcb?.icbId ?? null,
});

const whole = {
  provider: true,
  dualProvider: true,
  localAuthority: { include: { lrf: true, onsRegion: true, nhsRegion: true } },
  subIcb: { include: { icb: true } },
  ratings: { orderBy: [{ reportedOn: "desc" }, { domain: "asc" }] },
} as const satisfies Prisma.LocationInclude;

export type WholeLocation = Prisma.LocationGetPayload<{ include: typeof whole }>;

/** One location with its provider, areas and ratings; null when this person may not see it or there is none. */
export const location = (user: User, id: number): Promise<WholeLocation | null> =>
  db.location.findFirst({ where: { AND: [locationsVisibleTo(user), { id }] }, include: whole });

export interface LocationFilters {
  /** Words of the location's or the provider's name, a postcode, or an id. */
  words?: string | undefined;
  type?: LocationKind | undefined;
  localAuthorityId?: number | undefined;
  subIcbId?: number | undefined;
  providerId?: number | undefined;
  state?: "registered" | "dormant" | "deregistered" | undefined;
}

export interface LocationPage {
  /** From 1. */
  page: number;
  size: number;
  sort?: { by: "name" | "postcode" | "provider" | "council" | "beds"; direction: "asc" | "desc" } | undefined;
}

const listed = {
  id: true,
  register: true,
  registerId: true,
  name: true,
  types: true,
  town: true,
  postcode: true,
  beds: true,
  overallRating: true,
  dormant: true,
  deregisteredOn: true,
  provider: { select: { id: true, name: true } },
  localAuthority: { select: { id: true, name: true } },
} as const satisfies Prisma.LocationSelect;

export type ListedLocation = Prisma.LocationGetPayload<{ select: typeof listed }>;

/** A page of the locations that this person may see, and how many there are; registered ones unless asked otherwise. */
export async function locationsOf(
  user: User,
  filters: LocationFilters,
  { page, size, sort }: LocationPage,
): Promise<{ rows: ListedLocation[]; total: number }> {
  const where: Prisma.LocationWhereInput = { AND: [locationsVisibleTo(user), ...wheres(filters)] };
  const total = await db.location.count({ where });
  const order = sortings[sort?.by ?? "name"](sort?.direction ?? "asc");
  const rows = await db.location.findMany({
    where,
    select: listed,
    orderBy: [order, { id: "asc" }],
    skip: (page - 1) * size,
    take: size,
  });
  return { rows, total };
}

const sortings: Record<
  NonNullable<LocationPage["sort"]>["by"],
  (way: "asc" | "desc") => Prisma.LocationOrderByWithRelationInput
> = {
  name: (way) => ({ name: way }),
  postcode: (way) => ({ postcode: way }),
  provider: (way) => ({ provider: { name: way } }),
  council: (way) => ({ localAuthority: { name: way } }),
  beds: (way) => ({ beds: way }),
};

const states: Record<NonNullable<LocationFilters["state"]>, Prisma.LocationWhereInput> = {
  registered: { deregisteredOn: null },
  dormant: { deregisteredOn: null, dormant: true },
  deregistered: { deregisteredOn: { not: null } },
};

function wheres({
  words,
  type,
  localAuthorityId,
  subIcbId,
  providerId,
  state,
}: LocationFilters): Prisma.LocationWhereInput[] {
  const sought = words === undefined ? null : soughtIn(words);
  return [
    states[state ?? "registered"],
    ...(type ? [{ types: { has: type } }] : []),
    ...(localAuthorityId !== undefined ? [{ localAuthorityId }] : []),
    ...(subIcbId !== undefined ? [{ subIcbId }] : []),
    ...(providerId !== undefined ? [{ OR: [{ providerId }, { dualProviderId: providerId }] }] : []),
    ...(sought?.by === "postcode" ? [{ postcode: { startsWith: sought.shown } }] : []),
    ...(sought?.by === "name" ? sought.words.map(wordWhere) : []),
  ];
}

function wordWhere(word: string): Prisma.LocationWhereInput {
  const contains = { contains: word, mode: "insensitive" } as const;
  return { OR: [{ name: contains }, { provider: { name: contains } }, { registerId: word.toUpperCase() }] };
}

/** One run of an import, as the support team's list shows it. */
export type ImportRun = Prisma.ImportRunGetPayload<object>;
