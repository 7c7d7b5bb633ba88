import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { type FilingKind, bedKeysBegin } from "@/lib/access/kinds";
import { refusedBy } from "@/lib/database/refusal";
import { type BedTypeAsked, rowOfBedType, servicesWithBeds, wrongWithBedType } from "./bed-type";
import { readReason } from "@/lib/windows/support/reason";

/**
 * Adds a kind of bed that one kind of service counts. Its key is made of the two and is never used again for another;
 * a kind that the service has already, also one that is no longer asked, is refused.
 */
export async function addBedType(
  user: User,
  asked: BedTypeAsked & { service: string; reason: string },
): Promise<Outcome<{ key: string }>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const service = servicesWithBeds.find((type) => type === asked.service);
  const wrong = wrongWithBedType(asked);
  if (!service) wrong.unshift({ field: "service", message: "Select who counts these beds" });
  if (!service || wrong.length + problems.length > 0) return refused(...wrong, ...problems);
  const row = rowOfBedType(asked);
  const key = keyOf(service, row.label);
  try {
    await transact(user, reason, async (tx) => {
      const { _max } = await tx.bedType.aggregate({ _max: { position: true } });
      await tx.bedType.create({ data: { key, ...row, types: [service], position: (_max.position ?? 0) + 1 } });
    });
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    return refused({
      field: "label",
      message: "This service already has a bed type with this name. Change that one instead",
    });
  }
  return done({ key });
}

/** "Young adults" of a hospice is "HOS_YOUNG_ADULTS". */
const keyOf = (service: FilingKind, label: string): string =>
  `${bedKeysBegin(service)}_${label
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_|_$/g, "")}`;
