"use server";
import { z } from "zod";
import { provenAction } from "@/lib/web/action";
import type { User } from "@/lib/access/user";
import { done, type Outcome } from "@/lib/outcome";
import { askToClose } from "@/lib/people/ask-to-close";
import { changeLevel } from "@/lib/people/change-level";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { removeFromPlace } from "@/lib/people/end-access";
import { lastMoment } from "@/lib/people/last-day";
import { sendLoginDetails } from "@/lib/people/send-login-details";
import { setLastDay } from "@/lib/people/set-last-day";
import { unlockPerson } from "@/lib/people/unlock-person";
import { recordHref } from "@/components/people/address";

const person = z.coerce.number().int().positive();
const reason = z.string().max(1000);
const last = z.literal("yes").optional();

const backTo = (user: User, id: number, act: string, outcome: Outcome<unknown>) =>
  outcome.ok ? done({ to: `${recordHref(user, id)}?done=${act}` }) : outcome;

export const resetPerson = provenAction(z.strictObject({ person }), async (user, typed, { now }) =>
  backTo(user, typed.person, "reset", await sendLoginDetails(user, typed.person, now)),
);

export const unlockPersonAccount = provenAction(z.strictObject({ person }), async (user, typed, { now }) =>
  backTo(user, typed.person, "unlock", await unlockPerson(user, typed.person, now)),
);

export const closePerson = provenAction(z.strictObject({ person, reason, last }), async (user, typed, { now }) => {
  const closing = { reason: typed.reason, last: typed.last === "yes" };
  return backTo(user, typed.person, "close", await deactivatePerson(user, typed.person, closing, now));
});

export const askSupport = provenAction(z.strictObject({ person, reason }), async (user, typed, { now }) =>
  backTo(user, typed.person, "ask-support", await askToClose(user, typed.person, typed, now)),
);

/** Once their last access to your places has ended, the person is no longer on your list. */
export const removePersonAccess = provenAction(
  z.strictObject({ person, access: person, reason, last }),
  async (user, typed, { now }) => {
    const ending = { reason: typed.reason, last: typed.last === "yes" };
    return backTo(user, typed.person, "remove", await removeFromPlace(user, typed.access, ending, now));
  },
);

export const setPersonLevel = provenAction(
  z.strictObject({ person, access: person, level: z.enum(["standard", "approver"]), last }),
  async (user, typed, { now }) => {
    const change = { level: typed.level, last: typed.last === "yes" };
    return backTo(user, typed.person, "level", await changeLevel(user, typed.access, change, now));
  },
);

const part = z.string().max(10).optional();

export const limitPersonAccess = provenAction(
  z.strictObject({ person, access: person, "endsOn.day": part, "endsOn.month": part, "endsOn.year": part, last }),
  async (user, typed, { now }) => {
    const { "endsOn.day": day, "endsOn.month": month, "endsOn.year": year } = typed;
    const endsAt = lastMoment({ day, month, year }, "endsOn", now);
    if (!endsAt.ok) return endsAt;
    const limits = { endsAt: endsAt.value, last: typed.last === "yes" };
    return backTo(user, typed.person, "until", await setLastDay(user, typed.access, limits, now));
  },
);
