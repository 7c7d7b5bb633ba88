import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { oneStatement, transact, type Transaction } from "@/lib/db";
import type { Message } from "@/lib/outbox/queue-email";
import { collections, isMandated } from "@/lib/questions/collections";
import { sourceInWords } from "@/lib/questions/return-source";
import { readReceipt, type Receipt } from "./filing-facts";
import { checkCodeFrom, referenceFrom } from "./reference";
import { type ReturnToWrite, writing, type Written } from "./write-statement";

/**
 * Writes a checked return and queues its receipt, in one statement. Its rows hold who files it, when and on whose
 * behalf, and are their own audit. A form that was sent before writes nothing and gives
 * the receipt it gave then. Two that meet are refused by the database's unique indexes, one of them: it is to try again
 * and `wait`, which lets the returns of one location, collection and month take turns.
 */
export async function writeReturn(
  toWrite: ReturnToWrite,
  now: Date,
  wait: boolean,
): Promise<Receipt & { byId: number }> {
  const { user, filing, filable } = toWrite;
  const { locationId, collection } = filing;
  const { month } = filable;
  const receipt = receiptOf(toWrite, now);
  const mails = isMandated(collection) ? [receiptMail(toWrite, receipt)] : [];
  const statement = writing({ user, collection, month, returns: [{ toWrite, receipt }], mails }, now);
  const [row] = wait
    ? await transact(user, "filed a return", async (tx) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(${locationId}::int, hashtext(${`${collection} ${month}`}))`;
        return tx.$queryRaw<Written[]>(statement);
      })
    : await oneStatement<Written>(statement);
  return row?.filed ? readReceipt(row.filed) : { ...receipt, byId: user.id };
}

/**
 * Writes checked returns of one collection and month, each of another location, in one statement inside the transaction
 * of their lot; no receipt is emailed, because the lot has a message of its own. Whoever files one of them meanwhile is
 * refused by the database's unique indexes, or this lot is: then nothing of it is kept, and it is to try again.
 */
export async function writeLot(
  tx: Transaction,
  user: User,
  returns: readonly ReturnToWrite[],
  now: Date,
): Promise<Receipt[]> {
  const [first] = returns;
  if (!first) return [];
  const { collection } = first.filing;
  const { month } = first.filable;
  const lot = returns.map((toWrite) => ({ toWrite, receipt: receiptOf(toWrite, now) }));
  const [row] = await tx.$queryRaw<Written[]>(writing({ user, collection, month, returns: lot, mails: [] }, now));
  if (row?.filed) throw new Error("A return of this lot was filed before, without its lot.");
  return lot.map(({ receipt }) => receipt);
}

const receiptOf = ({ filing: { locationId, collection }, filable: { month, late } }: ReturnToWrite, now: Date) => ({
  reference: referenceFrom(randomBytes(8)),
  checkCode: checkCodeFrom(randomBytes(8)),
  ...{ locationId, collection, month, late, submittedAt: now },
});

const receiptMail = ({ user, facts, filing }: ReturnToWrite, receipt: Receipt): Message => ({
  template: "receipt",
  to: user.email,
  accountId: user.id,
  props: {
    name: user.name,
    location: facts.location.name,
    collection: collections[filing.collection].label,
    month: receipt.month,
    reference: receipt.reference,
    checkCode: receipt.checkCode,
    submittedAt: receipt.submittedAt,
    late: receipt.late,
    ...(user.onBehalfOf !== undefined && { onBehalfOf: user.onBehalfOf }),
    how: sourceInWords(filing.source),
    path: receiptPath(receipt),
  },
});

/** The page of a receipt. */
export const receiptPath = ({ locationId, collection, reference }: Receipt): string =>
  `/returns/${locationId}/${collection}/receipt/${reference}`;
