import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/**
 * Who someone rings for, as we tell others: their area, their provider, or the provider of their location; without any
 * of these, the part of their email address that is their organisation's.
 */
export async function organisationOf({ grants, email }: User): Promise<string> {
  const [grant] = grants;
  if (grant?.area) {
    const area = await db.area.findUnique({ where: { id: grant.area.id }, select: { name: true } });
    if (area) return area.name;
  }
  const providerId = grant?.providerId;
  if (providerId !== undefined) {
    const provider = await db.provider.findUnique({ where: { id: providerId }, select: { name: true } });
    if (provider) return provider.name;
  }
  if (grant?.locationId !== undefined) {
    const location = await db.location.findUnique({
      where: { id: grant.locationId },
      select: { provider: { select: { name: true } } },
    });
    if (location) return location.provider.name;
  }
  return email.split("@")[1] ?? email;
}
