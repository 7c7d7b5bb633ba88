import { areaKindOf, isLocationKind, organisationQuestion } from "@/lib/access/kinds";
import type { Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { areaLabel } from "@/lib/organisations/area-label";
import type { Answered } from "./answers";

/** One thing that a registration asks for. */
export interface RegistrationTarget {
  locationId: number | null;
  areaId: number | null;
  place: string;
}

/** What is asked for, each with its name; null if something chosen is not there any more, or is too much. */
export async function wantedPlaces(tx: Transaction, draft: Answered, now: Date): Promise<RegistrationTarget[] | null> {
  const question = organisationQuestion(draft.kind);
  if (question === "contact" || question === "reason")
    return [{ locationId: null, areaId: null, place: draft.organisation ?? "" }];
  if (isLocationKind(draft.kind)) {
    const ids = [...new Set(draft.locationIds)];
    const open = { OR: [{ deregisteredOn: null }, { deregisteredOn: { gt: now } }] };
    const found = await tx.location.findMany({
      where: { id: { in: ids }, types: { has: draft.kind }, ...open },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    });
    if (found.length !== ids.length || ids.length > env().REGISTRATION_LOCATIONS_LIMIT) return null;
    return found.map(({ id, name }) => ({ locationId: id, areaId: null, place: name }));
  }
  const ids = [...new Set(draft.areaIds)];
  const found = await tx.area.findMany({
    where: { id: { in: ids }, kind: areaKindOf(draft.kind) ?? "country" },
    select: { id: true, name: true, placeName: true },
    orderBy: { name: "asc" },
  });
  return found.length === ids.length
    ? found.map(({ id, name, placeName }) => ({ locationId: null, areaId: id, place: areaLabel(name, placeName) }))
    : null;
}
