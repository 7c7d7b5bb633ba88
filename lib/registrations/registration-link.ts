import { db } from "@/lib/db";
import { areaLabel } from "@/lib/organisations/area-label";
import { sign, unsign } from "@/lib/tokens";
import { approversOf } from "./approvers";

const purpose = "registration-link";

/** The secret in the link of a registration's email, which shows its progress and can withdraw it. */
export const registrationSecret = (reference: string): string => sign(purpose, reference);

/** Where that link leads. Looking changes nothing. */
export const registrationPath = (secret: string): string => `/register/waiting/${secret}`;

/** One thing that a registration asks for, and its progress. */
export interface WaitingFor {
  id: number;
  place: string;
  approver: boolean;
  decision: "approved" | "rejected" | "withdrawn" | null;
  decidedAt: Date | null;
  /** Why it was not approved. */
  reason: string | null;
  /** Who decides: how many approvers; none means that support does. */
  approvers: number;
}

/**
 * A registration with the progress of each of its requests, for anyone with the link from its email; null if the link
 * is not ours.
 */
export async function registrationAt(secret: string, now: Date) {
  const reference = unsign(purpose, secret);
  const row =
    reference === null
      ? null
      : await db.registration.findUnique({
          where: { reference },
          select: {
            id: true,
            reference: true,
            fullName: true,
            organisation: true,
            completedAt: true,
            requests: standing,
          },
        });
  if (!row) return null;
  const requests = await Promise.all(
    row.requests.map(async ({ location, area, level, locationId, areaId, ...request }): Promise<WaitingFor> => ({
      ...request,
      approver: level === "approver",
      place: location?.name ?? (area ? areaLabel(area.name, area.placeName) : (row.organisation ?? "The service")),
      approvers: request.decidedAt ? 0 : (await approversOf(db, { locationId, areaId }, now)).length,
    })),
  );
  return { id: row.id, reference: row.reference, name: row.fullName, completedAt: row.completedAt, requests };
}

const standing = {
  select: {
    id: true,
    level: true,
    locationId: true,
    areaId: true,
    decidedAt: true,
    decision: true,
    reason: true,
    location: { select: { name: true } },
    area: { select: { name: true, placeName: true } },
  },
  orderBy: { id: "asc" },
} as const;
