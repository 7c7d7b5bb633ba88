import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { SeenOrganisation } from "@/lib/reports/owing";

/** A parent organisation someone may look at as a whole; null is "not found". */
export async function organisationSeenBy(user: User, id: number): Promise<SeenOrganisation | null> {
  if (!can(user, "see an organisation", id)) return null;
  const provider = await db.provider.findUnique({ where: { id } });
  return provider && asSeen(provider);
}

/** The organisations that were given to someone as a whole, by name. */
export async function ownOrganisations(user: User): Promise<SeenOrganisation[]> {
  const given = user.grants.flatMap(({ providerId }) => providerId ?? []);
  const ids = given.filter((id) => can(user, "see an organisation", id));
  if (ids.length === 0) return [];
  return (await db.provider.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" } })).map(asSeen);
}

const asSeen = ({ id, name }: { id: number; name: string }): SeenOrganisation => ({ id, kind: "organisation", name });
