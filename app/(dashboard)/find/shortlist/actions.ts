"use server";
import { z } from "zod";
import { mailShortlist, setShortlisted } from "@/lib/capacity/shortlist";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";
import { placeHref } from "@/app/(dashboard)/find/back-to-find";

const place = z.strictObject({
  location: z.coerce.number().int().positive(),
  on: z.enum(["yes", "no"]),
  back: z.enum(["place", "shortlist"]),
  from: z.string().max(2000).default(""),
});

/** Puts a place on the shortlist, or takes it off. */
export const shortlistPlace = formAction(place, async (user, { location, on, back, from }, { now }) => {
  const set = await setShortlisted(user, location, on === "yes", now);
  return set.ok ? done({ to: back === "place" ? placeHref(location, from) : "/find/shortlist" }) : set;
});

/** Emails the shortlist to the person themselves. */
export const mailMyShortlist = formAction(z.strictObject({}), async (user, _, { now }) => {
  const mailed = await mailShortlist(user, now);
  return mailed.ok ? done({ to: "/find/shortlist?mailed=yes" }) : mailed;
});
