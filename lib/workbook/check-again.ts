import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { queueWorkbook } from "./queue-workbook";
import { silentAfter } from "./stage";

/** Has a workbook read and judged again as things stand now: after nothing of it could be filed, or work was cut off. */
export async function checkAgain(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "send a workbook");
  return transact(user, "had a workbook checked again", async (tx) => {
    const silent = new Date(now.getTime() - silentAfter);
    const { count } = await tx.workbook.updateMany({
      where: {
        ...{ id, accountId: user.id, filedAt: null, agreedAt: { not: null }, expiresAt: { gt: now } },
        OR: [{ problem: { not: null } }, { seenAt: { lt: silent } }],
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
    await queueWorkbook(tx, id);
    return done(null);
  });
}
