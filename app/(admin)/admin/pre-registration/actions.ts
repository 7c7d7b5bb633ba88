"use server";
import { z } from "zod";
import { allow } from "@/lib/access/policy";
import { formAction, provenAction } from "@/lib/web/action";
import { done, refused, refusedAt } from "@/lib/outcome";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { discardUpload } from "@/lib/uploads/discard-upload";
import { keepManagers } from "@/lib/uploads/keep-upload";
import { retryUpload } from "@/lib/uploads/retry-upload";
import { limited } from "@/lib/web/rate-limit";

export const sendManagersFile = formAction(z.strictObject({}), async (user, _typed, { now, files }) => {
  allow(user, "support people");
  const file = files?.get("file");
  if (!file) return refusedAt("file", "Choose a file");
  const tooOften = await limited("upload", `account:${user.id}`);
  if (tooOften) return refused(tooOften);
  const began = performance.now();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = { bytes, name: file.name, elapsed: () => performance.now() - began };
  const outcome = await keepManagers(user, read, now);
  return outcome.ok ? done({ to: `/admin/pre-registration/${outcome.value.id}` }) : outcome;
});

const shape = z.strictObject({ upload: z.coerce.number().int().positive().max(2_147_483_647) });
const pageOf = (upload: number) => ({ to: `/admin/pre-registration/${upload}` });

export const confirmManagersFile = provenAction(shape, async (user, { upload: id }, { now }) => {
  const confirmed = await confirmUpload(user, id, now);
  return confirmed.ok ? done(pageOf(id)) : confirmed;
});

export const retryManagersFile = provenAction(shape, async (user, { upload: id }, { now }) => {
  const tried = await retryUpload(user, id, now);
  return tried.ok ? done(pageOf(id)) : tried;
});

export const discardManagersFile = provenAction(shape, async (user, { upload: id }) => {
  const discarded = await discardUpload(user, id);
  return discarded.ok ? done({ to: "/admin/pre-registration" }) : discarded;
});
