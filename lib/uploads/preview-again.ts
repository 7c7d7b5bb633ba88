import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { allowUpload } from "./allow-upload";
import { queueStep } from "./queue-step";

/**
 * Has a previewed file read again, as the whole register or as a part of it, because that changes what the import would
 * do.
 */
export async function previewAgain(
  user: User,
  { id, full }: { id: number; full: boolean },
  now: Date,
): Promise<Outcome<null>> {
  const name = await allowUpload(user, id);
  return transact(user, `previewed ${name} in another way`, async (tx) => {
    const { count } = await tx.importUpload.updateMany({
      where: { id, confirmedAt: null, problem: null, preview: { not: Prisma.DbNull }, expiresAt: { gt: now } },
      data: { full, preview: Prisma.DbNull, rowsRead: 0, seenAt: now },
    });
    if (count === 0) return refused({ message: "This file has already been confirmed or discarded, or is too old" });
    await queueStep(tx, "import-upload", id);
    return done(null);
  });
}
