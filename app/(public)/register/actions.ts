"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { discardDraft } from "@/lib/registrations/discard-draft";
import { draftHere, letDraftGo } from "./draft-cookie";

/** Deletes what was typed so far. */
export const startAgain = publicAction(z.strictObject({}), async () => {
  const here = await draftHere();
  if (here) await discardDraft(here.id);
  await letDraftGo();
  return done({ to: "/register" });
});
