"use server";
import { z } from "zod";
import { markAllRead } from "@/lib/news/mark-read";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

/** Marks all the news that someone is shown as read. */
export const readAll = formAction(z.strictObject({}), async (user, _, { now }) => {
  await markAllRead(user, now);
  return done({ to: "/news" });
});
