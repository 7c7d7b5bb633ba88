"use server";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { dayTyped } from "@/lib/london";
import { done, type Outcome, refused } from "@/lib/outcome";
import { endExtension } from "@/lib/returns/support/end-extension";
import { endSeason } from "@/lib/returns/support/end-season";
import { extendWindow } from "@/lib/returns/support/extend-window";
import { setSeason } from "@/lib/returns/support/set-season";
import { switchCollection } from "@/lib/returns/support/switch-collection";

const toWindows = <T>(outcome: Outcome<T>): Outcome<{ to: string }> =>
  outcome.ok ? done({ to: "/admin/windows?done=now" }) : outcome;

export const extend = formAction(
  z.strictObject({
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "Select a window"),
    location: z.string(),
    reason: z.string(),
    "last_day.day": z.string(),
    "last_day.month": z.string(),
    "last_day.year": z.string(),
  }),
  async (user, typed, { now }) => {
    const lastDay = dayTyped(typed["last_day.day"], typed["last_day.month"], typed["last_day.year"]);
    return toWindows(await extendWindow(user, { ...typed, lastDay }, now));
  },
);

export const end = formAction(
  z.strictObject({
    what: z.enum(["extension", "season"]),
    id: z.coerce.number().int().positive(),
    reason: z.string(),
  }),
  async (user, { what, id, reason }, { now }) =>
    toWindows(what === "season" ? await endSeason(user, id, reason, now) : await endExtension(user, id, reason, now)),
);

export const season = formAction(
  z.strictObject({
    key: z.string().default(""),
    from: z.string().default(""),
    until: z.string().default(""),
    reason: z.string(),
  }),
  async (user, typed) => toWindows(await setSeason(user, typed)),
);

export const switchOn = formAction(
  z.strictObject({
    collection: z.string(),
    types: z.union([z.string(), z.array(z.string())]).optional(),
    reason: z.string(),
  }),
  async (user, { collection, types = [], reason }, { now }) => {
    if (collection === "") return refused({ message: "Open the page again" });
    return toWindows(await switchCollection(user, { collection, types: [types].flat(), reason }, now));
  },
);
