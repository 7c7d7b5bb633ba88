"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { done, refused } from "@/lib/outcome";
import { checkReturnOf } from "@/lib/returns/check-return";
import type { Filing } from "@/lib/returns/filing";
import { formField, postedForm, type PostedForm } from "@/lib/returns/form-fields";
import { saveDraft } from "@/lib/returns/save-draft";
import { sendingKey } from "@/lib/returns/sending-key";
import { brokenForm } from "@/lib/returns/strange-fields";
import { submitReturn } from "@/lib/returns/submit-return";
import { receiptPath } from "@/lib/returns/write-return";

/** A return's fields are data: which there are follows from the questions asked. Of a field sent twice the last counts. */
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? "")]));
const broken = refused(brokenForm);

const pathOf = ({ locationId, collection }: PostedForm) => `/returns/${locationId}/${collection}`;

const filingOf = (form: PostedForm, posted: Readonly<Record<string, string>>): Filing => ({
  locationId: form.locationId,
  collection: form.collection,
  typed: form.typed,
  idempotencyKey: sendingKey(form.idempotencyKey, posted),
  draftVersion: form.draftVersion,
  source: "form",
  ...(form.shown !== undefined && { shown: form.shown }),
  ...(form.standing !== undefined && { standing: form.standing }),
});

/**
 * Saves one section or the whole as a draft; or, with the draft saved whatever is wrong with it, checks everything and
 * continues to what changed.
 */
export const keepReturn = formAction(fields, async (user, posted, { now }) => {
  const form = postedForm(posted);
  if (!form) return broken;
  const saved = await saveDraft(user, { ...form, version: form.draftVersion }, now);
  if (form.press === "check") {
    const { standing: _, ...filing } = filingOf(form, posted);
    const checked = await checkReturnOf(user, filing, now);
    const problems = [saved, checked].flatMap((one) => (one.ok ? [] : one.problems));
    if (problems.length === 0) return done({ to: `${pathOf(form)}/check` });
    return { ...refused(...problems), ...(saved.ok && { now: { [formField.draft]: String(saved.value.version) } }) };
  }
  if (!saved.ok) return saved;
  const section = form.press.replace(/[^a-z_]/g, "") || "all";
  return done({ to: `${pathOf(form)}?saved=${section}#saved-${section}` });
});

/** Files what the page showed. */
export const sendReturn = formAction(fields, async (user, posted, { now }) => {
  const form = postedForm(posted);
  if (!form) return broken;
  const filed = await submitReturn(user, filingOf(form, posted), now);
  return filed.ok ? done({ to: `${receiptPath(filed.value)}?filed=now` }) : filed;
});

/** "Nothing has changed." */
export const sendUnchanged = formAction(fields, async (user, posted, { now }) => {
  const form = postedForm(posted);
  if (!form) return broken;
  const filed = await submitReturn(
    user,
    { ...filingOf(form, posted), unchanged: { looked: form.looked }, source: "unchanged" },
    now,
  );
  return filed.ok ? done({ to: `${receiptPath(filed.value)}?filed=now` }) : filed;
});

/** A nil return, with its reason. */
export const sendNil = formAction(fields, async (user, posted, { now }) => {
  const form = postedForm(posted);
  if (!form) return broken;
  const nil = { reason: posted.reason ?? "", note: posted.note ?? "" };
  const filed = await submitReturn(user, { ...filingOf(form, posted), nil, source: "nil" }, now);
  return filed.ok ? done({ to: `${receiptPath(filed.value)}?filed=now` }) : filed;
});
