import type { Colleague, Held } from "@/lib/access/policy";
import type { Prisma, Reader, Transaction } from "@/lib/db";
import { asPlace, placed } from "@/lib/locations/queries";

/** Access that counts at that time. */
export const live = (now: Date): Prisma.AccessWhereInput => ({
  endedAt: null,
  OR: [{ endsAt: null }, { endsAt: { gt: now } }],
});

/** What must be read of an access to tell who may change it, and to name where it is. */
export const accessSelect = {
  id: true,
  level: true,
  locationId: true,
  providerId: true,
  areaId: true,
  location: { select: { ...placed, name: true, deregisteredOn: true } },
  provider: { select: { name: true } },
  area: { select: { name: true } },
} as const satisfies Prisma.AccessSelect;

export type AccessRow = Prisma.AccessGetPayload<{ select: typeof accessSelect }>;

/** One access that has not ended, with its last day and who holds it; null where there is none. */
export const liveAccess = (tx: Transaction, id: number, now: Date) =>
  tx.access.findFirst({
    where: { AND: [{ id }, live(now)] },
    select: {
      ...accessSelect,
      endsAt: true,
      account: { select: { id: true, email: true, fullName: true, kind: true, generic: true } },
    },
  });

/** Where an access reaches, as the policy judges it. */
export const targetOf = ({ location, areaId, providerId }: Omit<AccessRow, "id" | "level" | "locationId">) => ({
  place: location && asPlace(location),
  areaId,
  providerId,
});

/** Where an access reaches, in words. */
export const placeName = ({
  location,
  provider,
  area,
}: Pick<AccessRow, "provider" | "area"> & { location: { name: string } | null }): string =>
  (location ?? provider ?? area)?.name ?? "the service";

const personSelect = {
  id: true,
  email: true,
  fullName: true,
  kind: true,
  generic: true,
  deactivatedAt: true,
  passwordSetAt: true,
} as const satisfies Prisma.AccountSelect;

export type PersonRow = Prisma.AccountGetPayload<{ select: typeof personSelect }>;

export interface Ground {
  person: PersonRow;
  access: AccessRow[];
  colleague: Colleague;
}

/** An account with every place it may reach now: what a command must know of someone before it does anything to them. */
export async function groundOf(reader: Reader | Transaction, personId: number, now: Date): Promise<Ground | null> {
  const row = await reader.account.findUnique({
    where: { id: personId },
    select: { ...personSelect, access: { where: live(now), select: accessSelect, orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  const { access, ...person } = row;
  return { person, access, colleague: colleagueOf(person, access) };
}

const colleagueOf = ({ id, kind }: PersonRow, access: readonly AccessRow[]): Colleague => ({
  id,
  kind,
  approver: access.some(({ level }) => level === "approver"),
  targets: access.map(targetOf),
});

export const heldBy = (
  { id, kind, generic }: { id: number; kind: PersonRow["kind"]; generic: boolean },
  level: Held["level"],
): Held => ({ holderId: id, holderKind: kind, generic, level });
