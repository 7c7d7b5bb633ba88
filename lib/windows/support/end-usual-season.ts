import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { monthOf } from "@/lib/london";
import { done, type Outcome, refused } from "@/lib/outcome";
import { usualSeasons } from "@/lib/questions/seasons";
import { readReason } from "./reason";

/**
 * Switches off a season that is asked in its usual months, if support has never changed it. From then on its questions
 * are asked only in months that support sets.
 */
export async function endUsualSeason(user: User, key: string, why: string, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(why);
  if (problems.length > 0) return refused(...problems);
  const usual = usualSeasons(monthOf(now)).find((season) => season.key === key);
  if (!usual) return refused({ message: "We could not find that season. Open the page again" });
  const { from, until } = usual;
  await transact(user, reason, (tx) =>
    tx.season.create({
      data: { key, from: new Date(`${from}-01`), until: new Date(`${until}-01`), endedAt: now },
      select: { id: true },
    }),
  );
  return done(null);
}
