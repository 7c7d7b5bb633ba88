import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import type { Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { seasonNames } from "@/lib/questions/seasons";
import { readReason } from "./reason";

export interface SeasonAsked {
  key: string;
  from: Month;
  until: Month;
  reason: string;
}

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Switches a season or campaign on, from the window of one month to that of another, both included. Once support has
 * set a season, its usual months no longer apply.
 */
export async function setSeason(user: User, asked: SeasonAsked): Promise<Outcome<{ id: number }>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const wrong: Problem[] = [];
  if (!Object.hasOwn(seasonNames, asked.key)) wrong.push({ field: "key", message: "Select which questions to ask" });
  if (!month.test(asked.from)) wrong.push({ field: "from", message: "Select the first month" });
  if (!month.test(asked.until)) wrong.push({ field: "until", message: "Select the last month" });
  else if (asked.until < asked.from)
    wrong.push({ field: "until", message: "The last month must be the first month or later" });
  if (wrong.length + problems.length > 0) return refused(...wrong, ...problems);
  const data = { key: asked.key, from: new Date(`${asked.from}-01`), until: new Date(`${asked.until}-01`) };
  return done(await transact(user, reason, (tx) => tx.season.create({ data, select: { id: true } })));
}
