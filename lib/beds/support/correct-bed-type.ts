import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { type BedTypeAsked, rowOfBedType, wrongWithBedType } from "./bed-type";
import { readReason } from "@/lib/windows/support/reason";

/**
 * Corrects what a kind of bed is called, how it is grouped and in which months it is asked. Who counts it stays: figures
 * stand under it, and another service's beds are another kind.
 */
export async function correctBedType(
  user: User,
  key: string,
  asked: BedTypeAsked & { reason: string },
): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const wrong = wrongWithBedType(asked);
  if (wrong.length + problems.length > 0) return refused(...wrong, ...problems);
  const { count } = await transact(user, reason, (tx) =>
    tx.bedType.updateMany({ where: { key }, data: rowOfBedType(asked) }),
  );
  return count === 0 ? refused({ message: "We could not find that bed type. Open the list again" }) : done(null);
}
