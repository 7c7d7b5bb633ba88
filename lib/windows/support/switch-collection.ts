import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { isCollection } from "@/lib/questions/collections";
import { type FilingKind, filingKinds } from "@/lib/access/kinds";
import { readReason } from "./reason";

/**
 * Sets which provider types have to file a collection; none switches it off. The earlier setting is ended and kept, so
 * that a past month is still judged by what was asked then.
 */
export async function switchCollection(
  user: User,
  asked: { collection: string; types: readonly string[]; reason: string },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const { collection } = asked;
  if (!isCollection(collection)) return refused({ field: "collection", message: "Select a collection" }, ...problems);
  if (problems.length > 0) return refused(...problems);
  const types = asked.types.filter((type): type is FilingKind => filingKinds.includes(type as FilingKind));
  await transact(user, reason, async (tx) => {
    await tx.collectionSwitch.updateMany({ where: { collection, endedAt: null }, data: { endedAt: now } });
    await tx.collectionSwitch.create({ data: { collection, types, reason, switchedAt: now } });
  });
  return done(null);
}
