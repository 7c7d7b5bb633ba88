import { allow } from "../../access/policy";
import type { User } from "../../access/user";
import { db } from "../../db";
import { done, type Outcome } from "../../outcome";
import { keepDisclosure } from "../keep-disclosure";
import { reasonGiven } from "../reason";

/** For how long a record stays open to the one who said why they look. */
const openFor = 8 * 60 * 60_000;

/** Opens somebody's record for one of the support team, who says why: that is kept. */
export async function openRecord(
  user: User,
  personId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "open somebody's record");
  const reason = reasonGiven(typed.reason);
  if (!reason.ok) return reason;
  await keepDisclosure(user, { what: "record of a person", criteria: { personId }, reason: reason.value }, now);
  return done(null);
}

/** Why this one of the support team opened that record today, or null where they have not said. */
export async function whyOpened(user: User, personId: number, now: Date): Promise<string | null> {
  allow(user, "open somebody's record");
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
