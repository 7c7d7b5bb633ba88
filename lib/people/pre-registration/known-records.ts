import { countsNow } from "@/lib/access/grants";
import type { Reader, Transaction } from "@/lib/db";
import type { KnownRecords, KnownAccount, KnownLocation } from "./check-lines";
import type { ManagerLine } from "./columns";

/** The locations and accounts that these lines name, read in a few queries however many lines there are. */
export async function knownRecordsOf(
  reader: Reader | Transaction,
  lines: readonly ManagerLine[],
  now: Date,
): Promise<KnownRecords> {
  const ids = [...new Set(lines.flatMap(({ location }) => [location, location.toUpperCase()]))];
  const emails = [...new Set(lines.map(({ email }) => email.toLowerCase()))];
  const locations = await reader.location.findMany({
    where: { registerId: { in: ids } },
    select: { id: true, registerId: true, name: true, types: true, deregisteredOn: true, telephone: true },
  });
  const folded = await reader.$queryRaw<{ id: number }[]>`select id from account where lower(email) = any(${emails})`;
  const accounts = await reader.account.findMany({
    where: { id: { in: folded.map(({ id }) => id) } },
    select: {
      id: true,
      email: true,
      fullName: true,
      kind: true,
      generic: true,
      deactivatedAt: true,
      access: { where: { locationId: { not: null }, ...countsNow(now) }, select: { locationId: true, level: true } },
    },
  });
  return {
    locations: new Map(
      locations.map(({ registerId, deregisteredOn, ...rest }): [string, KnownLocation] => [
        registerId.toUpperCase(),
        { ...rest, closed: deregisteredOn !== null && deregisteredOn <= now },
      ]),
    ),
    accounts: new Map(
      accounts.map(({ email, fullName, deactivatedAt, access, ...rest }): [string, KnownAccount] => [
        email.toLowerCase(),
        {
          ...rest,
          name: fullName,
          closed: deactivatedAt !== null,
          access: new Map(
            access.flatMap(({ locationId, level }) => (locationId === null ? [] : [[locationId, level]])),
          ),
        },
      ]),
    ),
  };
}
