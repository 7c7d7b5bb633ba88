"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { env } from "@/lib/env";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import { contactShape, reasonShape, type Draft } from "@/lib/registrations/answers";
import { keepDraft } from "@/lib/registrations/keep-draft";
import { nextStep, stepPath } from "@/lib/registrations/steps";
import { draftAt } from "@/app/(public)/register/draft-at";

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => [typed ?? []].flat().map(Number))
  .refine((ids) => ids.every((id) => Number.isInteger(id) && id > 0), { error: "Choose from the list" })
  .transform((ids) => [...new Set(ids)]);

/** Keeps an answer to step 2 and continues to the next. */
async function answer(change: Partial<Draft>, now: Date): Promise<Outcome<{ to: string }>> {
  const { id, draft } = await draftAt("organisation");
  const next = { ...draft, ...change };
  await keepDraft(id, next, now);
  return done({ to: stepPath(nextStep(next)) });
}

const locationsShape = z.strictObject({
  location: several,
  search: z.string().trim().max(200).optional(),
  findsCapacity: z.enum(["yes", "no"]).optional(),
  do: z.enum(["search", "continue"]).optional(),
});

/** Keeps the places ticked; looks for more, or goes on. */
export const chooseLocations = publicAction(locationsShape, async (typed, { now }) => {
  const { id, draft } = await draftAt("organisation");
  const chosen = { locationIds: typed.location, findsCapacity: typed.findsCapacity === "yes" };
  const limit = env().REGISTRATION_LOCATIONS_LIMIT;
  if (typed.location.length > limit)
    return refusedAt("location", `Choose ${limit} places or fewer. For more, ask the support team`);
  if (typed.do === "search") {
    await keepDraft(id, { ...draft, ...chosen, search: typed.search ?? "" }, now);
    return done({ to: "/register/organisation#results" });
  }
  if (typed.location.length === 0)
    return refusedAt("location", "Search for where you work, then choose at least one place");
  return answer({ ...chosen, search: "" }, now);
});

const areaShape = z.strictObject({
  area: z.coerce.number({ error: "Choose one from the list" }).int().positive().optional(),
  search: z.string().trim().max(200).optional(),
  do: z.enum(["search", "continue"]).optional(),
});

/** Keeps the one chosen. Shortens the list for people without JavaScript, or continues. */
export const chooseArea = publicAction(areaShape, async ({ area, ...typed }, { now }) => {
  const chosen = area === undefined ? {} : { areaIds: [area] };
  if (typed.do === "search") {
    const { id, draft } = await draftAt("organisation");
    await keepDraft(id, { ...draft, ...chosen, search: typed.search ?? "" }, now);
    return done({ to: "/register/organisation#results" });
  }
  return area === undefined ? refusedAt("area", "Choose one from the list") : answer({ ...chosen, search: "" }, now);
});

export const chooseRegions = publicAction(
  z.strictObject({ area: several.refine((ids) => ids.length > 0, { error: "Choose at least one region" }) }),
  ({ area }, { now }) => answer({ areaIds: area }, now),
);

export const describeContact = publicAction(z.strictObject(contactShape), (typed, { now }) => answer(typed, now));

export const describeReason = publicAction(z.strictObject(reasonShape), (typed, { now }) => answer(typed, now));
