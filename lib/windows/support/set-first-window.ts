import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { owedFromKey } from "@/lib/first-window";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { readReason } from "./reason";

/**
 * Sets the first window for which anyone has to file, so that a new service does not count earlier months as missed by
 * locations registered long ago. Meant to be set once. It applies to past dates too.
 */
export async function setFirstWindow(user: User, asked: { month: string; reason: string }): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const wrong: Problem[] = [];
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked.month)) wrong.push({ field: "month", message: "Select a window" });
  if (wrong.length + problems.length > 0) return refused(...wrong, ...problems);
  const value = asked.month;
  await transact(user, reason, (tx) =>
    tx.setting.upsert({ where: { key: owedFromKey }, update: { value }, create: { key: owedFromKey, value } }),
  );
  return done(null);
}
