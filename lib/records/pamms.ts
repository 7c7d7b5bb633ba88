import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { dayOf, dayTyped } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { isReportAddress, pammsRatings } from "@/lib/registers/pamms/assessment";
import { recordPlace } from "./record-place";

/** A PAMMS rating as support typed it. */
export interface PammsTyped {
  locationId: number;
  rating: string;
  day: string;
  month: string;
  year: string;
  reportUri: string;
}

/** Enters a PAMMS rating of a location. Support alone; an earlier assessment stays beside it. */
export async function enterPammsRating(user: User, typed: PammsTyped, now: Date): Promise<Outcome<null>> {
  allow(user, "enter PAMMS ratings");
  const place = await recordPlace(user, typed.locationId, now);
  if (!place) return refused({ message: "There is no such location" });
  const problems: Problem[] = [];
  const rating = pammsRatings.find((one) => one === typed.rating);
  if (!rating) problems.push({ field: "rating", message: "Select the PAMMS rating" });
  const on = dayTyped(typed.day, typed.month, typed.year);
  if (on === null)
    problems.push({ field: "assessed", message: "Enter the full date of the assessment, such as 27 9 2026" });
  else if (on > dayOf(now)) problems.push({ field: "assessed", message: "The assessment must be today or earlier" });
  const reportUri = typed.reportUri.trim();
  if (reportUri !== "" && !isReportAddress(reportUri))
    problems.push({ field: "reportUri", message: "Enter the full address of the report, beginning https://" });
  if (problems.length > 0 || !rating || on === null) return refused(...problems);
  await transact(user, "entered a PAMMS rating", (tx) =>
    tx.pammsRating.create({
      data: {
        ...{ locationId: place.id, rating, assessedOn: new Date(on), reportUri: reportUri || null },
        ...{ at: now, byId: user.id },
      },
    }),
  );
  return done(null);
}

/** Removes a PAMMS rating that was entered by mistake; the record keeps that it was. */
export async function removePammsRating(
  user: User,
  { locationId, id }: { locationId: number; id: number },
  now: Date,
): Promise<Outcome<null>> {
  allow(user, "enter PAMMS ratings");
  await transact(user, "removed a PAMMS rating", (tx) =>
    tx.pammsRating.updateMany({ where: { id, locationId, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}
