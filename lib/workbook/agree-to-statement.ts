import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused, refusedAt } from "@/lib/outcome";
import { queueStep } from "@/lib/uploads/queue-step";

/** Ticks the policy statement of a workbook that was sent without it, and has it read. */
export async function agreeToStatement(user: User, id: number, agreed: boolean, now: Date): Promise<Outcome<null>> {
  allow(user, "send a workbook");
  if (!agreed) return refusedAt("agreed", "Tick the box to say that you agree");
  return transact(user, "agreed to the statement of a workbook", async (tx) => {
    const { count } = await tx.workbook.updateMany({
      where: { id, accountId: user.id, agreedAt: null, expiresAt: { gt: now } },
      data: { agreedAt: now, seenAt: now },
    });
    if (count === 0) return refused({ message: "This file has been read already, or is no longer here" });
    await queueStep(tx, "workbook", id);
    return done(null);
  });
}
