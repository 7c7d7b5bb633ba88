"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { removeSavedReport, saveReport } from "@/lib/reports/library/save-report";
import { formAction } from "@/lib/web/action";

const saving = z.strictObject({
  report: z.string().max(60),
  query: z.string().max(2000).default(""),
  label: z.string().max(1000).default(""),
  every: z.string().max(10).default(""),
  hour: z.string().max(2).default(""),
});

/** Saves the choices for a report under a name, with how often it is emailed. */
export const keepReport = formAction(saving, async (user, asked, { now }) => {
  const saved = await saveReport(user, asked, now);
  return saved.ok ? done({ to: "/reports/saved?saved=yes" }) : saved;
});

/** Removes a saved report from the list. */
export const dropReport = formAction(
  z.strictObject({ saved: z.coerce.number().int().positive() }),
  async (user, { saved }, { now }) => {
    const removed = await removeSavedReport(user, saved, now);
    return removed.ok ? done({ to: "/reports/saved?saved=removed" }) : removed;
  },
);
