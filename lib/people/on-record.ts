import type { User } from "@/lib/access/user";
import { db, transact, type Transaction } from "@/lib/db";
import { refused, type Outcome } from "@/lib/outcome";

/** For how long a record stays open to the member of support who gave a reason for opening it. */
const openFor = 8 * 60 * 60_000;

/** Why this member of support opened that record today, or null if they have not said. */
export async function whyOpened(user: User, personId: number, now: Date): Promise<string | null> {
  const opened = await db.disclosure.findFirst({
    where: {
      accountId: user.id,
      what: "record of a person",
      at: { gt: new Date(now.getTime() - openFor), lte: now },
      criteria: { path: ["personId"], equals: personId },
    },
    orderBy: { id: "desc" },
  });
  return opened?.reason ?? null;
}

/** May this person's record be looked at? Support must give a reason first; for everyone else the policy decides. */
export const isOpenTo = async (user: User, personId: number, now: Date): Promise<boolean> =>
  user.kind !== "support" || (await whyOpened(user, personId, now)) !== null;

/**
 * The one way to change someone else's account or access. Support has opened the record first, and its reason stands
 * in the audit beside what was done; everyone else goes by the policy alone.
 */
export async function onRecord<T>(
  user: User,
  personId: number,
  act: string,
  now: Date,
  work: (tx: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (user.kind !== "support") return transact(user, act, work);
  const why = await whyOpened(user, personId, now);
  if (why === null) return refused({ message: "You need to open this record again and say why" });
  return transact(user, `${act} (record opened: ${why})`, work);
}

/** Whose access this is: for acts that name the access alone. */
export const holderOf = async (accessId: number): Promise<number | null> =>
  (await db.access.findUnique({ where: { id: accessId }, select: { accountId: true } }))?.accountId ?? null;
