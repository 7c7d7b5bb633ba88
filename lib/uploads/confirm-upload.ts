import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { formatNumber } from "@/lib/format";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import type { ImportReport } from "@/lib/registers/import/tally";
import { allowUpload } from "./allow-upload";
import { queueStep } from "./queue-step";

/**
 * Confirms that a previewed file is to be imported: once. The work itself continues in the background. `agreed`: how
 * many places it may close or empty, where its preview asks for that.
 */
export async function confirmUpload(user: User, id: number, now: Date, agreed?: number): Promise<Outcome<null>> {
  const name = await allowUpload(user, id);
  return transact(user, `confirmed ${name}`, async (tx) => {
    const waiting = await tx.importUpload.findUnique({ where: { id }, select: { preview: true } });
    const { bulk } = (waiting?.preview ?? {}) as Partial<ImportReport>;
    if (bulk && agreed !== bulk.number)
      return refusedAt("close", `Tick the box to close or empty ${formatNumber(bulk.number)} places`);
    const { count } = await tx.importUpload.updateMany({
      where: { id, confirmedAt: null, problem: null, preview: { not: Prisma.DbNull }, expiresAt: { gt: now } },
      data: { confirmedAt: now, confirmedById: user.id, close: bulk?.number ?? null, rowsRead: 0, seenAt: now },
    });
    if (count === 0) return refused({ message: "This file has already been confirmed or discarded, or is too old" });
    await queueStep(tx, "import-upload", id);
    return done(null);
  });
}
