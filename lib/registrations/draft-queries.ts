import { db, type Reader, type Transaction } from "@/lib/db";
import type { Draft } from "./answers";
import { approversOf, approvingLocations, whoDecides } from "./approvers";

/**
 * A draft that its browser's cookie names, or null when it has expired or was completed. Anyone's: the cookie is the
 * proof.
 */
export async function draft(id: string, now: Date): Promise<Draft | null> {
  const row = await db.registrationDraft.findUnique({ where: { id } });
  const answers = row && row.expiresAt > now ? (row.answers as Draft) : null;
  return answers?.completed === undefined ? answers : null;
}

/** The registration that a draft became, for someone who pressed Complete twice; otherwise null. */
export async function completedAs(id: string): Promise<{ id: number; again: boolean } | null> {
  const row = await db.registrationDraft.findUnique({ where: { id } });
  const { completed, again = false } = (row?.answers ?? {}) as Draft;
  return completed === undefined ? null : { id: completed, again };
}

/** The account that an email address belongs to, however it is typed. */
export const accountAt = (reader: Reader | Transaction, email: string) =>
  reader.account.findFirst({ where: { email: { equals: email, mode: "insensitive" } } });

/** A place that was chosen, as the wizard shows it again. */
export interface ChosenPlace {
  id: number;
  name: string;
  provider: string;
  postcode: string;
  town: string | null;
  /** This location has no approver yet. It needs one before anyone else can be approved. */
  lacksApprover: boolean;
}

/** The locations of these numbers, in the order they were chosen; those that closed meanwhile are left out. */
export async function chosenPlaces(ids: readonly number[], now: Date): Promise<ChosenPlace[]> {
  const anApprover = { where: approvingLocations(now), select: { id: true }, take: 1 } as const;
  const rows = await db.location.findMany({
    where: { id: { in: [...ids] }, OR: [{ deregisteredOn: null }, { deregisteredOn: { gt: now } }] },
    select: {
      id: true,
      name: true,
      postcode: true,
      town: true,
      provider: { select: { name: true, access: anApprover } },
      dualProvider: { select: { access: anApprover } },
      access: anApprover,
    },
  });
  const places = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = places.get(id);
    if (!row) return [];
    const { access, provider, dualProvider, ...rest } = row;
    const approvers = [...access, ...provider.access, ...(dualProvider?.access ?? [])];
    return [{ ...rest, provider: provider.name, lacksApprover: approvers.length === 0 }];
  });
}

/** The outcome of a registration, for the last page of the wizard. */
export async function finishedRegistration(id: number, now: Date) {
  const row = await db.registration.findUnique({
    where: { id },
    select: {
      reference: true,
      email: true,
      kind: true,
      requests: {
        select: { id: true, level: true, decidedAt: true, locationId: true, areaId: true },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!row) return null;
  const places = await chosenPlaces(
    row.requests.flatMap(({ locationId }) => (locationId === null ? [] : [locationId])),
    now,
  );
  const approvers = await Promise.all(row.requests.slice(0, 50).map((request) => approversOf(db, request, now)));
  return {
    reference: row.reference,
    email: row.email,
    kind: row.kind,
    decidedBy: whoDecides(approvers),
    withoutApprover: places.filter(({ lacksApprover }) => lacksApprover),
    asksToApprove: row.requests.some(({ level }) => level === "approver"),
  };
}
