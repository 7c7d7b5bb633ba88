import { addressLane, lockedFor, mostWrong } from "@/lib/accounts/sign-in-lane";
import { db } from "@/lib/db";

interface Lockable {
  id: number;
  email: string;
}

/** Which of these people cannot sign in for too many wrong passwords, from anywhere or on a device they are known on. */
export async function lockedAmong(people: readonly Lockable[], now: Date): Promise<Set<number>> {
  if (people.length === 0) return new Set();
  const lanes = new Map(people.map(({ id, email }) => [addressLane(email), id]));
  const stale = new Date(now.getTime() - lockedFor);
  const rows = await db.$queryRaw<{ key: string }[]>`
    select key from sign_in_lane
     where (key = any(${[...lanes.keys()]}) or (key like 'device:%' and split_part(key, ':', 2) = any(${people.map(({ id }) => String(id))})
            and key not like '%:again'))
       and (locked_until > ${now} or (locked_until is null and failed >= ${mostWrong} and last_at > ${stale}))`;
  return new Set(rows.map(({ key }) => lanes.get(key) ?? Number(key.split(":")[1])));
}

/** Everyone who was locked in the last 24 hours, by the record of sign-ins; some may be unlocked by now. */
export async function lockedLately(now: Date): Promise<number[]> {
  const rows = await db.signInEvent.findMany({
    where: {
      at: { gt: new Date(now.getTime() - lockedFor) },
      accountId: { not: null },
      result: "wrong password: locked now",
    },
    select: { accountId: true },
    distinct: ["accountId"],
  });
  return rows.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
}
