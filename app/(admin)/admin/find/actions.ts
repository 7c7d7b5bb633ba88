"use server";
import { z } from "zod";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

const settings = z.strictObject({
  searchAtOnce: z.literal("yes").optional(),
  enquiries: z.literal("yes").optional(),
  openFeed: z.literal("yes").optional(),
  reason: z.string(),
});

/** Saves what support decides about looking for free places. */
export const saveFindingSettings = formAction(settings, async (user, { reason, ...ticked }) => {
  const saved = await setFindingSettings(user, {
    searchAtOnce: ticked.searchAtOnce === "yes",
    enquiries: ticked.enquiries === "yes",
    openFeed: ticked.openFeed === "yes",
    reason,
  });
  return saved.ok ? done({ to: "/admin/find?done=now" }) : saved;
});
