import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { readReason } from "./reason";

/** Ends an extension early. Returns filed during the extension still count. */
export async function endExtension(user: User, id: number, why: string, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(why);
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, (tx) =>
    tx.windowExtension.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}
