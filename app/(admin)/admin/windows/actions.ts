"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { dayTyped } from "@/lib/london";
import { done, type Outcome, refused } from "@/lib/outcome";
import { addBedType } from "@/lib/beds/support/add-bed-type";
import { correctBedType } from "@/lib/beds/support/correct-bed-type";
import { isCollection } from "@/lib/questions/collections";
import { acceptFigure, endAcceptedFigure } from "@/lib/windows/support/accept-figure";
import { endExtension } from "@/lib/windows/support/end-extension";
import { endExcuse, excuseMonth } from "@/lib/windows/support/excuse-month";
import { endSeason } from "@/lib/windows/support/end-season";
import { endUsualSeason } from "@/lib/windows/support/end-usual-season";
import { extendWindow } from "@/lib/windows/support/extend-window";
import { setFirstWindow } from "@/lib/windows/support/set-first-window";
import { setSeason } from "@/lib/windows/support/set-season";
import { switchCollection } from "@/lib/windows/support/switch-collection";

const toWindows = <T>(outcome: Outcome<T>): Outcome<{ to: string }> =>
  outcome.ok ? done({ to: "/admin/windows?done=now" }) : outcome;

export const extend = formAction(
  z.strictObject({
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "Select a window"),
    locations: z.string(),
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

const enders = { extension: endExtension, season: endSeason, excuse: endExcuse, accepted: endAcceptedFigure };

export const end = formAction(
  z.strictObject({
    what: z.enum(["extension", "season", "excuse", "accepted", "usual"]),
    id: z.string(),
    reason: z.string(),
  }),
  async (user, { what, id, reason }, { now }) => {
    if (what === "usual") return toWindows(await endUsualSeason(user, id, reason, now));
    return toWindows(await enders[what](user, /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0, reason, now));
  },
);

export const excuse = formAction(
  z.strictObject({
    location: z.string().max(60).default(""),
    collection: z.string().max(60).default(""),
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "Select a window"),
    reason: z.string().default(""),
  }),
  async (user, typed, { now }) => {
    const recorded = await excuseMonth(user, typed, now);
    return recorded.ok ? done({ to: "/admin/windows/excused" }) : recorded;
  },
);

export const acceptOne = formAction(
  z.strictObject({
    collection: z.string().refine(isCollection, "Open the page again"),
    location: z.string().max(60).default(""),
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "Select a window"),
    check: z.string().max(100).default(""),
    figure: z.string().max(30).default(""),
    reason: z.string().default(""),
  }),
  async (user, { collection, ...typed }, { now }) => {
    if (!isCollection(collection)) return refused({ message: "Open the page again" });
    const accepted = await acceptFigure(user, { ...typed, collection }, now);
    return accepted.ok ? done({ to: "/admin/windows/accepted" }) : accepted;
  },
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

export const firstWindow = formAction(
  z.strictObject({ month: z.string().default(""), reason: z.string() }),
  async (user, typed) => toWindows(await setFirstWindow(user, typed)),
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

const bedType = {
  label: z.string(),
  group: z.string().default(""),
  from: z.string(),
  until: z.string(),
  definition: z.string(),
  example: z.string().default(""),
  service: z.string().default(""),
  reason: z.string(),
};
const toBedTypes = <T>(outcome: Outcome<T>): Outcome<{ to: string }> =>
  outcome.ok ? done({ to: "/admin/windows/bed-types?done=now" }) : outcome;

export const addBeds = formAction(z.strictObject(bedType), async (user, typed) =>
  toBedTypes(await addBedType(user, typed)),
);

export const correctBeds = formAction(
  z.strictObject({ ...bedType, key: z.string() }),
  async (user, { key, ...typed }) => toBedTypes(await correctBedType(user, key, typed)),
);
