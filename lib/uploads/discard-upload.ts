import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { allowUpload } from "./allow-upload";

/** Throws an uploaded file away. Refused while it is being imported: that ends whole, or changes nothing. */
export async function discardUpload(user: User, id: number): Promise<Outcome<null>> {
  const name = await allowUpload(user, id);
  return transact(user, `discarded ${name}`, async (tx) => {
    const { count } = await tx.importUpload.deleteMany({
      where: { id, OR: [{ confirmedAt: null }, { problem: { not: null } }, { result: { not: Prisma.DbNull } }] },
    });
    if (count > 0 || (await tx.importUpload.count({ where: { id } })) === 0) return done(null);
    return refused({ message: "We are still working on this file. Wait until it has finished" });
  });
}
