import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { isMandated } from "@/lib/questions/collections";
import type { Receipt } from "@/lib/returns/filing-facts";
import { receipt } from "@/lib/returns/queries";

/** A receipt as systems read it. */
export interface ReceiptSaid {
  reference: string;
  checkCode: string;
  location: number;
  collection: string;
  month: string;
  late: boolean;
  /** Whether it answers a reporting window; other updates are given any day. */
  monthly: boolean;
  submittedAt: string;
}

export const receiptSaid = ({
  reference,
  checkCode,
  locationId,
  collection,
  month,
  late,
  submittedAt,
}: Receipt): ReceiptSaid => ({
  ...{ reference, checkCode, location: locationId, collection, month, late },
  monthly: isMandated(collection),
  submittedAt: submittedAt.toISOString(),
});

const receiptsAPage = 100;

/** Receipts of the locations that someone sees, newest first, from below a number on. `next`: where the next page begins. */
export async function receiptsSaid(
  user: User,
  before: number | null,
): Promise<{ receipts: ReceiptSaid[]; next: number | null }> {
  const rows = await db.return.findMany({
    where: { location: locationsVisibleTo(user), ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: receiptsAPage + 1,
  });
  const page = rows.slice(0, receiptsAPage);
  const last = page.at(-1);
  return {
    receipts: page.map((row) => receiptSaid({ ...row, month: row.month.toISOString().slice(0, 7) })),
    next: rows.length > page.length && last ? last.id : null,
  };
}

/** One receipt with what was filed; null if there is none, or none that they may see. */
export async function receiptInFullSaid(user: User, reference: string) {
  const found = await receipt(user, reference);
  if (!found) return null;
  const { answers, beds, nilReason, nilNote, accepted, counts, supersededAt } = found;
  return {
    ...receiptSaid(found),
    counts: counts === found.reference,
    supersededAt: supersededAt?.toISOString() ?? null,
    nil: nilReason && { reason: nilReason, note: nilNote },
    answers,
    beds,
    accepted,
  };
}
