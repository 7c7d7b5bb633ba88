"use server";
import { z } from "zod";
import { endSavedSearch, saveSearch } from "@/lib/capacity/save-search";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

const saving = z.strictObject({ query: z.string().max(2000), label: z.string().max(200) });

/** Keeps a search, so that new vacancies are emailed. */
export const saveThisSearch = formAction(saving, async (user, { query, label }, { now }) => {
  const saved = await saveSearch(user, query, label, now);
  return saved.ok ? done({ to: "/find/searches?saved=yes" }) : saved;
});

const stopping = z.strictObject({ search: z.coerce.number().int().positive() });

/** Stops the messages of a saved search. */
export const stopThisSearch = formAction(stopping, async (user, { search }, { now }) => {
  const ended = await endSavedSearch(user, search, now);
  return ended.ok ? done({ to: "/find/searches" }) : ended;
});
