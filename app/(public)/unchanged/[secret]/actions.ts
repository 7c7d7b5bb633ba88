"use server";
import { z } from "zod";
import { publicAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { unchangedPath } from "@/lib/outbox/mailed-secrets";
import { fileByLink } from "@/lib/returns/file-by-link";

const fields = z.record(z.string(), z.string());

/** "Nothing has changed", pressed with the link of a reminder. */
export const sendByLink = publicAction(fields, async (posted, { now, address, browser }) => {
  const { link: secret = "", looked = "", ...typed } = posted;
  const filed = await fileByLink({ secret, looked, typed, address, browser }, now);
  return filed.ok ? done({ to: unchangedPath(encodeURIComponent(secret)) }) : filed;
});
