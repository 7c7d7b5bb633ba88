import type { AccessTarget } from "@/lib/access/grants";
import type { Transaction } from "@/lib/db";

/** Where access is given: "location:12", "provider:3" or "area:7", as a form posts it. */
export type TargetKey = `${"location" | "provider" | "area"}:${number}`;

export const isTargetKey = (text: string): text is TargetKey => /^(location|provider|area):[1-9]\d{0,8}$/.test(text);

/** A place that access is given to, with its name. */
export interface NamedTarget extends AccessTarget {
  readonly name: string;
}

/** The places of these keys that are there and open; null if one is not. */
export async function targetsOf(tx: Transaction, keys: readonly TargetKey[], now: Date): Promise<NamedTarget[] | null> {
  const found: NamedTarget[] = [];
  for (const key of new Set(keys)) {
    const [kind, number] = key.split(":");
    const id = Number(number);
    const nothing = { locationId: null, providerId: null, areaId: null };
    if (kind === "location") {
      const open = { OR: [{ deregisteredOn: null }, { deregisteredOn: { gt: now } }] };
      const place = await tx.location.findFirst({ where: { id, ...open }, select: { name: true } });
      if (place) found.push({ ...nothing, locationId: id, name: place.name });
    } else if (kind === "provider") {
      const place = await tx.provider.findUnique({ where: { id }, select: { name: true } });
      if (place) found.push({ ...nothing, providerId: id, name: place.name });
    } else {
      const place = await tx.area.findUnique({ where: { id }, select: { name: true } });
      if (place) found.push({ ...nothing, areaId: id, name: place.name });
    }
  }
  return found.length === new Set(keys).size ? found : null;
}
