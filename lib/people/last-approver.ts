import type { Reader, Transaction } from "@/lib/db";
import { plural } from "@/lib/format";
import type { Problem } from "@/lib/outcome";
import { approversOf } from "@/lib/registrations/approvers";
import { placeName, type AccessRow } from "./access-rows";

type Placed = Pick<AccessRow, "locationId" | "areaId" | "location" | "provider" | "area" | "level">;

/** Of these accesses, the places where no one could approve others any more without this person. */
export async function placesLeftWithoutApprover(
  reader: Reader | Transaction,
  holderId: number,
  access: readonly Placed[],
  now: Date,
): Promise<string[]> {
  const left: string[] = [];
  for (const each of access) {
    if (each.level !== "approver" || (each.locationId === null && each.areaId === null)) continue;
    const approvers = await approversOf(reader, each, now);
    if (approvers.length > 0 && approvers.every(({ id }) => id === holderId)) left.push(placeName(each));
  }
  return left;
}

/** The tick that someone must give before they remove the last approver. */
export const lastApproverProblem = (places: readonly string[]): Problem => ({
  field: "last",
  code: "last-approver",
  message: `Tick to confirm that ${places.join(", ")} will have no approver. ${plural("It needs", places.length, "They need")} one, and two are better`,
});
