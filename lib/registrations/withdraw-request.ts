import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { ownWaiting } from "./own-waiting";

/** Withdraws someone's own request that is waiting, made with the account or with the registration before it. */
export async function withdrawRequest(user: User, id: number, now: Date): Promise<Outcome<null>> {
  return transact(user, "withdrew a request for access", async (tx) => {
    const { decidedAt, ...own } = ownWaiting(user);
    if (!(await tx.accessRequest.findFirst({ where: { id, ...own } }))) throw new Forbidden("ask for access");
    const { count } = await tx.accessRequest.updateMany({
      where: { id, decidedAt: null },
      data: { decidedAt: now, decidedById: user.id, decision: "withdrawn" },
    });
    return count > 0 ? done(null) : refused({ message: "This request has already been decided" });
  });
}
