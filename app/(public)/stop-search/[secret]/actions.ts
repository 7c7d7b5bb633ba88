"use server";
import { z } from "zod";
import { stopSearch } from "@/lib/capacity/stop-search";
import { done } from "@/lib/outcome";
import { stopSearchPath } from "@/lib/outbox/mailed-secrets";
import { publicAction } from "@/lib/web/action";

/** Stops a saved search, pressed with the link of its mail. */
export const stopWithLink = publicAction(z.strictObject({ link: z.string().max(200) }), async ({ link }, { now }) => {
  const stopped = await stopSearch(link, now);
  return stopped.ok ? done({ to: stopSearchPath(encodeURIComponent(link)) }) : stopped;
});
