"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { enterPammsRating, removePammsRating } from "@/lib/records/pamms";
import { formAction } from "@/lib/web/action";

const id = z.coerce.number().int().min(0).max(2_000_000_000);
const line = z.string().max(5000).default("");
const back = (location: number) => ({ to: `/providers/${location}/quality?saved=pamms` });

const entering = z.strictObject({
  location: id,
  rating: line,
  "assessed.day": line,
  "assessed.month": line,
  "assessed.year": line,
  reportUri: line,
});

/** Enters a PAMMS rating of a location. */
export const keepPamms = formAction(entering, async (user, typed, { now }) => {
  const { location: locationId, rating, reportUri } = typed;
  const date = { day: typed["assessed.day"], month: typed["assessed.month"], year: typed["assessed.year"] };
  const entered = await enterPammsRating(user, { locationId, rating, reportUri, ...date }, now);
  return entered.ok ? done(back(locationId)) : entered;
});

/** Removes a PAMMS rating that was entered by mistake. */
export const dropPamms = formAction(
  z.strictObject({ location: id, rating: id }),
  async (user, { location: locationId, rating }, { now }) => {
    const removed = await removePammsRating(user, { locationId, id: rating }, now);
    return removed.ok ? done(back(locationId)) : removed;
  },
);
