import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { done, type Outcome, refused, refusedAt } from "@/lib/outcome";
import { assignLocation } from "./assign-location";
import { remindLocation } from "./remind-location";

const mostAtOnce = 100;

/** What is done to several locations at once: a reminder to each, or a colleague for all ("" for no one in particular). */
export type TogetherAct = { remind: true } | { colleague: string };

/** For how many locations it was done, and why not for the others, each sentence once. */
export interface DoneTogether {
  locations: number;
  /** How many people were emailed. */
  people: number;
  left: number;
  why: string[];
}

/**
 * Sends a reminder to several locations on a worklist, or assigns them, each as if it had been pressed alone. Refuses a
 * selection of none and one of more than a hundred; answers why some were left where others were done.
 */
export async function chaseTogether(
  user: User,
  locationIds: readonly number[],
  act: TogetherAct,
  now: Date,
): Promise<Outcome<DoneTogether>> {
  allow(user, "chase locations");
  const ids = [...new Set(locationIds)];
  if (ids.length === 0) return refusedAt("location", "Select at least one location");
  if (ids.length > mostAtOnce) return refusedAt("location", `Select ${mostAtOnce} locations or fewer`);
  const result = { locations: 0, people: 0, left: 0 };
  const why = new Set<string>();
  for (const id of ids) {
    const outcome =
      "remind" in act
        ? await remindLocation(user, id, now)
        : await assignLocation(user, { locationId: id, colleague: act.colleague }, now);
    if (outcome.ok) {
      result.locations++;
      result.people += outcome.value?.sent ?? 0;
      continue;
    }
    result.left++;
    for (const { message } of outcome.problems) why.add(message);
  }
  const beside = "remind" in act ? {} : { field: "act" };
  if (result.locations === 0) return refused(...[...why].slice(0, 5).map((message) => ({ ...beside, message })));
  return done({ ...result, why: [...why] });
}
