"use server";
import { z } from "zod";
import { dayTyped } from "@/lib/london";
import { publishNews } from "@/lib/news/support/publish-news";
import { saveNews } from "@/lib/news/support/save-news";
import { withdrawNews } from "@/lib/news/support/withdraw-news";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

const number = z.string().regex(/^[1-9]\d{0,8}$/);

/** Keeps a piece of news as it was typed: a new draft, or changes to one. */
export const keepNews = formAction(
  z.strictObject({
    id: number.optional(),
    kind: z.string().default(""),
    title: z.string(),
    summary: z.string(),
    body: z.string(),
    forKinds: z.union([z.string(), z.array(z.string())]).default([]),
    areas: z.string(),
    "showsFrom.day": z.string(),
    "showsFrom.month": z.string(),
    "showsFrom.year": z.string(),
    byEmail: z.literal("yes").optional(),
  }),
  async (user, { id, forKinds, byEmail, ...typed }, { now }) => {
    const day = [typed["showsFrom.day"], typed["showsFrom.month"], typed["showsFrom.year"]] as const;
    const news = {
      ...typed,
      forKinds: [forKinds].flat(),
      byEmail: byEmail === "yes",
      showsFrom: day.join("").trim() === "" ? "" : dayTyped(...day),
    };
    const kept = await saveNews(user, id === undefined ? null : Number(id), news, now);
    return kept.ok ? done({ to: `/admin/news/${kept.value.id}?done=saved` }) : kept;
  },
);

/** Publishes a draft. */
export const publishDraft = formAction(z.strictObject({ id: number }), async (user, { id }, { now }) => {
  const published = await publishNews(user, Number(id), now);
  return published.ok ? done({ to: `/admin/news/${id}?done=published` }) : published;
});

/** Withdraws a piece of news. */
export const takeNewsBack = formAction(z.strictObject({ id: number }), async (user, { id }, { now }) => {
  const withdrawn = await withdrawNews(user, Number(id), now);
  return withdrawn.ok ? done({ to: `/admin/news/${id}?done=withdrawn` }) : withdrawn;
});
