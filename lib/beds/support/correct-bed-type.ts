import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { type BedTypeAsked, rowOfBedType, servicesWithBeds, wrongWithBedType } from "./bed-type";
import { readReason } from "@/lib/windows/support/reason";

/**
 * Corrects what a kind of bed is called, what counts as one, how it is grouped, in which months it is asked and who
 * counts it. What was counted stays where it was counted: past returns of the service that counted it before show it.
 */
export async function correctBedType(
  user: User,
  key: string,
  asked: BedTypeAsked & { service: string; reason: string },
): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const wrong = wrongWithBedType(asked);
  const service = servicesWithBeds.find((type) => type === asked.service);
  if (!service) wrong.unshift({ field: "service", message: "Select who counts these beds" });
  if (!service || wrong.length + problems.length > 0) return refused(...wrong, ...problems);
  return transact(user, reason, async (tx) => {
    const known = await tx.bedType.findUnique({ where: { key }, select: { types: true, countedBefore: true } });
    if (!known) return refused({ message: "We could not find that bed type. Open the list again" });
    const before = [...new Set([...known.countedBefore, ...known.types])].filter((type) => type !== service);
    await tx.bedType.update({
      where: { key },
      data: { ...rowOfBedType(asked), types: [service], countedBefore: before },
    });
    return done(null);
  });
}
