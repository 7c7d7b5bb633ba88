"use server";
import { z } from "zod";
import { provenAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { makeSharedAccount } from "@/lib/people/support/make-shared-account";
import { sharedKinds } from "@/lib/access/kinds";
import { openRecord } from "@/lib/people/support/open-record";
import { isTargetKey, type TargetKey } from "@/lib/people/support/targets";

const text = z.string().max(300);
const targets = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().refine(isTargetKey)).max(50),
) as z.ZodType<TargetKey[]>;

export const makeShared = provenAction(
  z.strictObject({
    fullName: text,
    email: text,
    telephone: text,
    meant: text.optional(),
    kind: z.enum(sharedKinds).optional().catch(undefined),
    target: targets,
    reason: z.string().max(1000),
  }),
  async (user, { target, kind, ...typed }, { now }) => {
    const outcome = await makeSharedAccount(user, { ...typed, kind, targets: target }, now);
    if (!outcome.ok) return outcome;
    await openRecord(user, outcome.value.id, { reason: "Made this shared account" }, now);
    return done({ to: `/admin/people/${outcome.value.id}?done=made` });
  },
);
