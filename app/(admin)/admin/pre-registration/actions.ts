"use server";
import { z } from "zod";
import { formAction, provenAction } from "@/lib/web/action";
import { done, refused, refusedAt } from "@/lib/outcome";
import { confirmPreRegistration } from "@/lib/people/pre-registration/confirm";
import { keepUpload } from "@/lib/people/pre-registration/keep-upload";
import { limited } from "@/lib/web/rate-limit";

export const upload = formAction(z.strictObject({}), async (user, _typed, { now, files }) => {
  const file = files?.get("file");
  if (!file) return refusedAt("file", "Choose a file");
  const tooOften = await limited("upload", `account:${user.id}`);
  if (tooOften) return refused(tooOften);
  const began = performance.now();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = { bytes, name: file.name, elapsed: () => performance.now() - began };
  const outcome = await keepUpload(user, read, now);
  return outcome.ok ? done({ to: `/admin/pre-registration/${outcome.value.id}` }) : outcome;
});

export const confirm = provenAction(
  z.strictObject({ file: z.coerce.number().int().positive() }),
  async (user, { file }, { now }) => {
    const outcome = await confirmPreRegistration(user, file, now);
    return outcome.ok ? done({ to: `/admin/pre-registration/${file}` }) : outcome;
  },
);
