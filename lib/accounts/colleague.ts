import type { Colleague } from "../access/policy";
import { db } from "../db";
import { asPlace, placed } from "../locations/queries";

/** An account as those who look after people meet it. */
export interface Person extends Colleague {
  readonly name: string;
  readonly email: string;
  readonly generic: boolean;
  readonly deactivatedAt: Date | null;
}

/** Somebody's account with every place it may reach today, for the policy; null when there is none. Asks nobody who asks. */
export async function colleague(accountId: number, now: Date): Promise<Person | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: {
      id: true,
      kind: true,
      fullName: true,
      email: true,
      generic: true,
      deactivatedAt: true,
      access: {
        where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        select: { level: true, areaId: true, providerId: true, location: { select: placed } },
      },
    },
  });
  if (!account) return null;
  const { access, fullName, ...own } = account;
  return {
    ...own,
    name: fullName,
    approver: access.some(({ level }) => level === "approver"),
    targets: access.map(({ location, areaId, providerId }) => ({
      place: location && asPlace(location),
      areaId,
      providerId,
    })),
  };
}
