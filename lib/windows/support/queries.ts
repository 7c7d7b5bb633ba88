import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** What support has decided about windows, seasons and collections, ended ones included, newest first. */
export async function decisions(user: User) {
  allow(user, "change windows and seasons");
  const newest = { orderBy: { id: "desc" }, take: 100 } as const;
  const [extensions, seasons, switches, holidays] = await Promise.all([
    db.windowExtension.findMany(newest),
    db.season.findMany(newest),
    db.collectionSwitch.findMany({ where: { endedAt: null } }),
    db.bankHoliday.findMany({ orderBy: { date: "desc" }, take: 1 }),
  ]);
  const ids = extensions.flatMap(({ locationId }) => locationId ?? []);
  const locations = await db.location.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const named = new Map(locations.map(({ id, name }) => [id, name]));
  return {
    extensions: extensions.map((row) => ({
      ...row,
      location: row.locationId === null ? null : (named.get(row.locationId) ?? null),
    })),
    seasons,
    switches,
    holidaysUntil: holidays[0]?.date ?? null,
  };
}

/** Every bed type that was ever in use, with its current name. */
export async function bedTypes(user: User) {
  allow(user, "change windows and seasons");
  return db.bedType.findMany({ orderBy: [{ types: "asc" }, { position: "asc" }, { key: "asc" }] });
}
