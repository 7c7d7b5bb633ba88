"use server";
import { z } from "zod";
import { confirmByLink } from "@/lib/beds/confirm-by-link";
import { done } from "@/lib/outcome";
import { confirmBedsPath } from "@/lib/outbox/mailed-secrets";
import { publicAction } from "@/lib/web/action";

const fields = z.strictObject({
  link: z.string().max(200),
  looked: z.coerce.number().int().positive(),
  fewer: z.string().max(60).optional(),
});

/** "Still right", or one bed fewer, pressed with the link of a mail. */
export const confirmWithLink = publicAction(fields, async ({ link, looked, fewer }, { now, address, browser }) => {
  const confirmed = await confirmByLink({ secret: link, looked, fewer, address, browser }, now);
  return confirmed.ok ? done({ to: `${confirmBedsPath(encodeURIComponent(link))}?done=yes` }) : confirmed;
});
