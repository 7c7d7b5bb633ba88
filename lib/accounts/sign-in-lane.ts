import { oneStatement, Prisma, type Transaction } from "@/lib/db";
import { keyedDigest } from "@/lib/tokens";

/** Five wrong passwords in a row lock for 24 hours: the guides' rule, held per address and per known device. */
export const mostWrong = 5;
export const lockedFor = 24 * 60 * 60_000;
const lost = 10_000;

/** The key under which attempts at an address are counted, whether or not it has an account. */
export const addressKey = (email: string): string =>
  keyedDigest("sign-in-lane", email.toLowerCase()).toString("base64url");

export const addressLane = (email: string): string => `address:${addressKey(email)}`;

export type SignInSlot = "taken" | "locked" | "busy";

/**
 * Takes one of the five tries before the password is looked at, in one statement: of any number at once, five get one.
 * `busy`: five are being checked this moment. Tries that were never settled (the process died) count as a lock. A lane
 * that is seen to be shut is not waited for, so that hammering at it holds up no one.
 */
export async function takeSlot(key: string, now: Date): Promise<SignInSlot> {
  const longAgo = new Date(now.getTime() - lockedFor);
  const [row] = await oneStatement<{ slot: SignInSlot }>(Prisma.sql`
    with taken as (
      insert into sign_in_lane as lane (key, failed, last_at)
      select ${key}, 1, ${now}::timestamptz
       where not exists (select from sign_in_lane where key = ${key}
                            and (locked_until > ${now}
                                 or (locked_until is null and failed >= ${mostWrong} and last_at > ${longAgo})))
      on conflict (key) do update
         set failed = case when lane.locked_until is null and lane.failed < ${mostWrong} then lane.failed + 1 else 1 end,
             locked_until = null, last_at = ${now}
       where (lane.locked_until is null and lane.failed < ${mostWrong}) or lane.locked_until <= ${now}
          or (lane.locked_until is null and lane.last_at <= ${longAgo})
      returning failed)
    select 'taken' as slot from taken
    union all
    select case when locked_until is null and last_at > ${new Date(now.getTime() - lost)} then 'busy' else 'locked' end
      from sign_in_lane where key = ${key} and not exists (select from taken)`);
  return row?.slot ?? "busy";
}

/** The password was right: counting starts again. */
export const settleRight = (tx: Transaction, key: string) =>
  tx.$executeRaw`update sign_in_lane set failed = 0 where key = ${key} and locked_until is null`;

/** The password was wrong: answers true for the one try that locks. A try that had no slot settles nothing. */
export async function settleWrong(tx: Transaction, key: string, slot: SignInSlot, now: Date): Promise<boolean> {
  const locked = await tx.$executeRaw`
    update sign_in_lane set locked_until = ${new Date(now.getTime() + lockedFor)}
     where key = ${key} and failed >= ${mostWrong} and locked_until is null and ${slot === "taken"}`;
  return locked > 0;
}

/** The password was never looked at: the try is given back. */
export const giveBack = (tx: Transaction, key: string) =>
  tx.$executeRaw`update sign_in_lane set failed = greatest(failed - 1, 0) where key = ${key} and locked_until is null`;

interface Lockable {
  id: number;
  email: string;
}

const lanesOf = ({ id, email }: Lockable) => [{ key: addressLane(email) }, { key: { startsWith: `device:${id}:` } }];

/** Unlocks an account everywhere, as an approver or support does: its address and the devices it is known on. */
export const unlockAll = (tx: Transaction, account: Lockable) =>
  tx.signInLane.deleteMany({ where: { OR: lanesOf(account) } });

/** What wrong codes of a second factor are counted under, apart from passwords: five shut it for 24 hours. */
export const codeLane = (account: { id: number }): string => `device:${account.id}:code`;

/** As `unlockAll`, by an emailed link: it proves a mailbox, so it gives no one more tries at the second factor. */
export const unlockPassword = (tx: Transaction, account: Lockable) =>
  tx.signInLane.deleteMany({ where: { OR: lanesOf(account), NOT: { key: codeLane(account) } } });

/** Is this email address locked now, after five wrong passwords? */
export async function isLocked(tx: Transaction, { email }: Lockable, now: Date): Promise<boolean> {
  const longAgo = new Date(now.getTime() - lockedFor);
  const shut = { OR: [{ lockedUntil: { gt: now } }, { lockedUntil: null, lastAt: { gt: longAgo } }] };
  const lane = { key: addressLane(email), failed: { gte: mostWrong } };
  return (await tx.signInLane.count({ where: { ...lane, ...shut } })) > 0;
}
