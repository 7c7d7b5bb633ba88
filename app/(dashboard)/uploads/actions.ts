"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { agreeToStatement } from "@/lib/workbook/agree-to-statement";
import { checkAgain } from "@/lib/workbook/check-again";
import { discardWorkbook } from "@/lib/workbook/discard-workbook";

const upload = z.coerce.number().int().positive().max(2_147_483_647);
const shape = z.strictObject({ upload });
const pageOf = (id: number) => ({ to: `/uploads/${id}` });

export const agreeAndRead = formAction(
  z.strictObject({ upload, agreed: z.literal("yes").optional() }),
  async (user, { upload: id, agreed }, { now }) => {
    const outcome = await agreeToStatement(user, id, agreed === "yes", now);
    return outcome.ok ? done(pageOf(id)) : outcome;
  },
);

/** The fields come from the file's warnings: a tick and a reason for each kind, and no other field. */
const ticks = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? "")]))
  .superRefine((posted, context) => {
    const keys = Object.keys(posted).filter(
      (name) => name !== "upload" && !/^(?:asked|tick|accept|reason)\./.test(name),
    );
    if (keys.length > 0) context.addIssue({ code: "unrecognized_keys", keys, input: posted });
  });

export const acceptAndFile = formAction(ticks, async (user, { upload: posting, ...typed }, { now }) => {
  const id = upload.safeParse(posting);
  const outcome = await acceptWorkbook(user, id.success ? id.data : 0, typed, now);
  return outcome.ok ? done(pageOf(id.data ?? 0)) : outcome;
});

export const checkWorkbookAgain = formAction(shape, async (user, { upload: id }, { now }) => {
  const outcome = await checkAgain(user, id, now);
  return outcome.ok ? done(pageOf(id)) : outcome;
});

export const discardSentWorkbook = formAction(shape, async (user, { upload: id }) => {
  const outcome = await discardWorkbook(user, id);
  return outcome.ok ? done({ to: "/uploads" }) : outcome;
});
