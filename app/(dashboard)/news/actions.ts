"use server";
import { z } from "zod";
import { markAllRead, markRead } from "@/lib/news/mark-read";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

/** Marks all the news that someone is shown as read. */
export const readAll = formAction(z.strictObject({}), async (user, _, { now }) => {
  await markAllRead(user, now);
  return done({ to: "/news" });
});

/** Marks one piece of news as read; for news that someone is not shown, it does nothing. */
export const readOne = formAction(
  z.strictObject({ news: z.coerce.number().int().min(1).max(2_000_000_000) }),
  async (user, { news }, { now }) => {
    await markRead(user, news, now);
    return done({ to: "/news" });
  },
);
