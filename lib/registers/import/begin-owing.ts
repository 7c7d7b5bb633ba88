import type { Transaction } from "@/lib/db";
import { firstFullWindowAfter, owedFromKey } from "@/lib/first-window";
import { formatMonth } from "@/lib/format";
import type { Tally } from "./tally";

/** The notice of the first import, before which no one owed a return. */
export const firstWindowSet = "returns are due from this window on; change it under Windows and seasons";

/**
 * When a register is imported into a new service (no first window has been set, and no return has been filed), returns
 * are due from the next full window. Earlier months do not count as missed.
 */
export async function beginOwing(tx: Transaction, now: Date, tally: Tally): Promise<void> {
  const from = firstFullWindowAfter(now);
  const set = await tx.$executeRaw`
    insert into setting (key, value) select ${owedFromKey}, ${from} where not exists (select from "return")
    on conflict (key) do nothing`;
  if (set > 0) tally.notice(firstWindowSet, () => formatMonth(from));
}
