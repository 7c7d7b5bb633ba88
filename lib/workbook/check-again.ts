import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { queueStep } from "@/lib/uploads/queue-step";
import { stoppedBy } from "@/lib/uploads/silence";

/** Has a workbook read and judged again as things stand now, after it could not be filed or the work stopped. */
export async function checkAgain(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "send a workbook");
  return transact(user, "had a workbook checked again", async (tx) => {
    const { count } = await tx.workbook.updateMany({
      where: {
        ...{ id, accountId: user.id, filedAt: null, agreedAt: { not: null }, expiresAt: { gt: now } },
        OR: [{ problem: { not: null } }, stoppedBy(now)],
      },
      data: {
        problem: null,
        acceptedAt: null,
        accepted: Prisma.DbNull,
        review: Prisma.DbNull,
        done: 0,
        toDo: 0,
        seenAt: now,
      },
    });
    if (count === 0) return refused({ message: "This workbook is being worked on, or is no longer here" });
    await queueStep(tx, "workbook", id);
    return done(null);
  });
}
