"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { discardUpload } from "@/lib/uploads/discard-upload";
import { previewAgain } from "@/lib/uploads/preview-again";
import { retryUpload } from "@/lib/uploads/retry-upload";
import { done } from "@/lib/outcome";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const shape = z.strictObject({ upload: id });
const pageOf = (upload: number) => ({ to: `/admin/imports/uploads/${upload}` });

export const confirmRegister = formAction(
  z.strictObject({ upload: id, close: z.coerce.number().int().optional() }),
  async (user, { upload, close }, { now }) => {
    const confirmed = await confirmUpload(user, upload, now, close);
    return confirmed.ok ? done(pageOf(upload)) : confirmed;
  },
);

export const retryRegister = formAction(shape, async (user, { upload }, { now }) => {
  const tried = await retryUpload(user, upload, now);
  return tried.ok ? done(pageOf(upload)) : tried;
});

export const previewRegisterAgain = formAction(
  z.strictObject({ upload: id, full: z.enum(["yes", "no"]) }),
  async (user, { upload, full }, { now }) => {
    const again = await previewAgain(user, { id: upload, full: full === "yes" }, now);
    return again.ok ? done(pageOf(upload)) : again;
  },
);

export const discardRegister = formAction(shape, async (user, { upload }) => {
  const discarded = await discardUpload(user, upload);
  return discarded.ok ? done({ to: "/admin/imports" }) : discarded;
});
