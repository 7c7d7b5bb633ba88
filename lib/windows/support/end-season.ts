import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { readReason } from "./reason";

/** Switches a season off: its questions are no longer asked from now on. Past answers stay. */
export async function endSeason(user: User, id: number, why: string, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(why);
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, (tx) => tx.season.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }));
  return done(null);
}
