import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { allowUpload } from "./allow-upload";
import { queueStep } from "./queue-step";
import { stoppedBy } from "./silence";

/** Tries a step again that was refused or cut off: another import was running, or the service was stopped. */
export async function retryUpload(user: User, id: number, now: Date): Promise<Outcome<null>> {
  const name = await allowUpload(user, id);
  return transact(user, `tried ${name} again`, async (tx) => {
    const stopped = { result: { equals: Prisma.DbNull }, ...stoppedBy(now) };
    const { count } = await tx.importUpload.updateMany({
      where: { id, expiresAt: { gt: now }, OR: [{ problem: { not: null } }, stopped] },
      data: { problem: null, rowsRead: 0, seenAt: now },
    });
    if (count === 0) return refused({ message: "This file is being processed, or is no longer here" });
    await queueStep(tx, "import-upload", id);
    return done(null);
  });
}
