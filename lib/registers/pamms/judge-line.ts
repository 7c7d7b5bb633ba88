import type { HeldRating } from "./known";
import type { PammsLine } from "./read-pamms";

/** What a line of a file is to what we hold of its location. */
type Judged =
  { what: "new" | "older" | "removed" | "unchanged" } | { what: "changed"; held: HeldRating; reportUri: string | null };

/**
 * Compares a line with the ratings that we hold of its location, newest assessment first. The same day is the same
 * assessment: the file's word replaces ours, and a report that it does not name stays. One that support removed stays
 * removed; one that is older than ours is history.
 */
export function judgeLine(
  { rating, assessedOn, reportUri }: Pick<PammsLine, "rating" | "assessedOn" | "reportUri">,
  ratings: readonly HeldRating[],
): Judged {
  const live = ratings.filter(({ removed }) => !removed);
  const held = live.find((one) => one.assessedOn === assessedOn);
  if (held) {
    const wanted = reportUri ?? held.reportUri;
    const same = held.rating === rating && held.reportUri === wanted;
    return same ? { what: "unchanged" } : { what: "changed", held, reportUri: wanted };
  }
  if (ratings.some((one) => one.removed && one.assessedOn === assessedOn && one.rating === rating))
    return { what: "removed" };
  return { what: live.some((one) => one.assessedOn > assessedOn) ? "older" : "new" };
}
