import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";

/** Throws a workbook away that was not filed. Refused while it is being filed: that ends whole, or changes nothing. */
export async function discardWorkbook(user: User, id: number): Promise<Outcome<null>> {
  allow(user, "send a workbook");
  return transact(user, "discarded a workbook", async (tx) => {
    const { count } = await tx.workbook.deleteMany({
      where: { id, accountId: user.id, filedAt: null, OR: [{ acceptedAt: null }, { problem: { not: null } }] },
    });
    if (count > 0 || (await tx.workbook.count({ where: { id, accountId: user.id, filedAt: null } })) === 0)
      return done(null);
    return refused({ message: "We are filing this workbook. Wait until that has finished" });
  });
}
