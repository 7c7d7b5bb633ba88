import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { queueUpload } from "./queue-upload";

/** Says that a previewed file is to be imported: once. The work itself goes on behind. */
export async function confirmUpload(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "import registers");
  return transact(user, "confirmed a register file", async (tx) => {
    const { count } = await tx.importUpload.updateMany({
      where: { id, confirmedAt: null, problem: null, preview: { not: Prisma.DbNull }, expiresAt: { gt: now } },
      data: { confirmedAt: now, confirmedById: user.id, rowsRead: 0, seenAt: now },
    });
    if (count === 0) return refused({ message: "This file was confirmed or discarded already, or is too old" });
    await queueUpload(tx, id);
    return done(null);
  });
}
