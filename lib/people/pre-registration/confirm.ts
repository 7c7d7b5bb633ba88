import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";

/** Says that a spreadsheet of managers is to be done: once. The work itself goes on behind, line by line. */
export async function confirmPreRegistration(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "support people");
  return transact(user, "confirmed a spreadsheet of managers", async (tx) => {
    const there = await tx.preRegistration.findUnique({ where: { id }, select: { expiresAt: true } });
    if (!there) throw new Forbidden("support people");
    if (there.expiresAt <= now) return refused({ message: "This file is too old. Upload it again" });
    const { count } = await tx.preRegistration.updateMany({
      where: { id, confirmedAt: null },
      data: { confirmedAt: now, confirmedById: user.id },
    });
    if (count === 0) return refused({ message: "This file was confirmed already" });
    await tx.$executeRaw`select queue_job('pre-register', json_build_object('id', ${id}::int), ${`pre-register:${id}`})`;
    return done(null);
  });
}
