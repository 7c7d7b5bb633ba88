import { countsNow } from "@/lib/access/grants";
import type { Colleague } from "@/lib/access/policy";
import type { Prisma, Reader, Transaction } from "@/lib/db";
import { accessSelect, type AccessRow, accessTargetOf } from "./access-rows";

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

export interface PersonWithAccess {
  person: PersonRow;
  access: AccessRow[];
  colleague: Colleague;
}

/** An account with every place it may reach now: what a command must know of someone before it does anything to them. */
export async function personWithAccess(
  reader: Reader | Transaction,
  personId: number,
  now: Date,
): Promise<PersonWithAccess | null> {
  const row = await reader.account.findUnique({
    where: { id: personId },
    select: { ...personSelect, access: { where: countsNow(now), select: accessSelect, orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  const { access, ...person } = row;
  return { person, access, colleague: colleagueOf(person, access) };
}

const colleagueOf = ({ id, kind }: PersonRow, access: readonly AccessRow[]): Colleague => ({
  id,
  kind,
  approver: access.some(({ level }) => level === "approver"),
  targets: access.map(accessTargetOf),
});
