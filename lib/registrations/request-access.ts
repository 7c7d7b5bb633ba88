import { areaKindOf, isGivenLocations } from "@/lib/access/kinds";
import { allow } from "@/lib/access/policy";
import type { AccessLevel, User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { areaLabel } from "@/lib/organisations/area-label";
import { done, refused, type Outcome } from "@/lib/outcome";
import { ownWaiting } from "./own-waiting";
import { tellDeciders, type MadeRequest } from "./tell-deciders";

/** One more place to ask for: a location or an area. */
export type WantedPlace = { locationId: number } | { areaId: number };

/**
 * Asks for access to more places, or for a higher level at one's own. Places that the person already has or has asked
 * for are left out. Locations are for the kinds that choose locations and for Other; areas of one's own kind for those
 * who oversee areas. Answers with how many were asked for.
 */
export async function requestAccess(
  user: User,
  targets: readonly WantedPlace[],
  level: AccessLevel,
  now: Date,
): Promise<Outcome<{ asked: number }>> {
  allow(user, "ask for access");
  const limit = env().REGISTRATION_LOCATIONS_LIMIT;
  if (targets.length === 0) return refused({ field: "location", message: "Choose at least one place" });
  if (targets.length > limit)
    return refused({ field: "location", message: `Choose ${formatCount("place", limit)} or fewer at a time` });
  return transact(user, "asked for access", async (tx) => {
    const places = await placesOf(tx, user, targets, now);
    if (places === null) return refused({ field: "location", message: "Choose places that are open and of your type" });
    const fresh = places.filter((place) => !hasAlready(user, place, level));
    const waiting = await tx.accessRequest.findMany({
      where: ownWaiting(user),
      select: { locationId: true, areaId: true },
    });
    const asked = fresh.filter(
      (place) => !waiting.some((each) => each.locationId === place.locationId && each.areaId === place.areaId),
    );
    if (asked.length === 0)
      return refused({ field: "location", message: "You already have access to these, or have asked for it" });
    const made: MadeRequest[] = [];
    for (const place of asked) {
      const { locationId, areaId } = place;
      const { id } = await tx.accessRequest.create({
        data: { accountId: user.id, locationId, areaId, level, requestedAt: now },
      });
      made.push({ id, ...place });
    }
    const { jobTitle } = await tx.account.findUniqueOrThrow({ where: { id: user.id }, select: { jobTitle: true } });
    const asker = { fullName: user.name, email: user.email, jobTitle, approver: level === "approver" };
    await tellDeciders(tx, "access-requested", asker, made, now);
    return done({ asked: made.length });
  });
}

type Place = Omit<MadeRequest, "id">;

async function placesOf(
  tx: Transaction,
  user: User,
  targets: readonly WantedPlace[],
  now: Date,
): Promise<Place[] | null> {
  const locationIds = [...new Set(targets.flatMap((target) => ("locationId" in target ? [target.locationId] : [])))];
  const areaIds = [...new Set(targets.flatMap((target) => ("areaId" in target ? [target.areaId] : [])))];
  if (locationIds.length > 0 && !isGivenLocations(user.kind)) return null;
  const areaKind = areaKindOf(user.kind);
  if (areaIds.length > 0 && areaKind === null) return null;
  const open = { OR: [{ deregisteredOn: null }, { deregisteredOn: { gt: now } }] };
  const locations = await tx.location.findMany({
    where: { id: { in: locationIds }, ...open },
    select: { id: true, name: true },
  });
  const areas = await tx.area.findMany({
    where: { id: { in: areaIds }, ...(areaKind && { kind: areaKind }) },
    select: { id: true, name: true, placeName: true },
  });
  if (locations.length !== locationIds.length || areas.length !== areaIds.length) return null;
  return [
    ...locations.map(({ id, name }) => ({ locationId: id, areaId: null, place: name })),
    ...areas.map(({ id, name, placeName }) => ({ locationId: null, areaId: id, place: areaLabel(name, placeName) })),
  ];
}

const hasAlready = (user: User, { locationId, areaId }: Place, level: AccessLevel) =>
  user.grants.some(
    (grant) =>
      (locationId !== null ? grant.locationId === locationId : grant.area?.id === areaId) &&
      (grant.level === "approver" || level === "standard"),
  );
