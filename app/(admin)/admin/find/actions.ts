"use server";
import { z } from "zod";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

const settings = z.strictObject({
  searchAtOnce: z.literal("yes").optional(),
  enquiries: z.literal("yes").optional(),
  reason: z.string(),
});

/** Saves what support decides about looking for free places. */
export const saveFindingSettings = formAction(settings, async (user, { searchAtOnce, enquiries, reason }) => {
  const asked = { searchAtOnce: searchAtOnce === "yes", enquiries: enquiries === "yes", reason };
  const saved = await setFindingSettings(user, asked);
  return saved.ok ? done({ to: "/admin/find?done=now" }) : saved;
});
