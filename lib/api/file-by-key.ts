import type { User } from "@/lib/access/user";
import type { z } from "zod";
import { done, type Outcome } from "@/lib/outcome";
import type { Collection } from "@/lib/questions/collections";
import type { Filing } from "@/lib/returns/filing";
import { submitReturn } from "@/lib/returns/submit-return";
import { receiptSaid, type ReceiptSaid } from "./receipts";
import { fieldsSent, type returnSent } from "./sent-body";

/** Turns what a system sent into a filing, for the same command that the form uses. */
export function filingSent(
  at: { locationId: number; collection: Collection },
  sent: z.output<typeof returnSent>,
  idempotencyKey: string,
): Filing {
  const { nil, unchanged, standing } = sent;
  return {
    ...at,
    typed: fieldsSent(sent),
    idempotencyKey,
    source: "api",
    ...(nil && { nil: { reason: nil.reason, note: nil.note ?? "" }, source: "nil" as const }),
    ...(unchanged && { unchanged: { looked: unchanged.figures } }),
    ...(standing !== undefined && { standing: standing ?? "" }),
  };
}

/** Files what a system sent, and answers with its receipt. Refuses what the form refuses, in the form's words. */
export async function fileByKey(user: User, filing: Filing, now: Date): Promise<Outcome<ReceiptSaid>> {
  const filed = await submitReturn(user, filing, now);
  return filed.ok ? done(receiptSaid(filed.value)) : filed;
}
