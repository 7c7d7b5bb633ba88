"use server";
import { z } from "zod";
import { provenAction } from "@/lib/web/action";
import { done, type Outcome } from "@/lib/outcome";
import { lastMoment } from "@/lib/people/last-day";
import { answerClosingRequest } from "@/lib/people/support/answer-closing-request";
import { answerFindingRequest } from "@/lib/people/support/answer-finding-request";
import { correctDetails } from "@/lib/people/support/correct-details";
import { decideProposal } from "@/lib/people/support/decide-proposal";
import { kindsToGive } from "@/lib/access/kinds";
import { endPersonSessions } from "@/lib/people/support/end-person-sessions";
import { supportGivesAccess } from "@/lib/people/support/support-gives-access";
import { mergeAccounts } from "@/lib/people/support/merge-accounts";
import { openRecord } from "@/lib/people/support/open-record";
import { proposeSupport } from "@/lib/people/support/propose-support";
import { reopenAccount } from "@/lib/people/support/reopen-account";
import { resetSecondFactor } from "@/lib/people/support/reset-second-factor";
import { isTargetKey, type TargetKey } from "@/lib/people/support/targets";

const person = z.coerce.number().int().positive();
const reason = z.string().max(1000);
const text = z.string().max(300);
/** An address that is right although it looks mistyped. */
const meant = z.union([text, z.array(text)]).optional();
const targets = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().refine(isTargetKey)).max(100),
) as z.ZodType<TargetKey[]>;

const recordOf = (id: number, act: string, outcome: Outcome<unknown>) =>
  outcome.ok ? done({ to: `/admin/people/${id}?done=${act}` }) : outcome;

export const openPersonRecord = provenAction(z.strictObject({ person, reason }), async (user, typed, { now }) => {
  const outcome = await openRecord(user, typed.person, typed, now);
  return outcome.ok ? done({ to: `/admin/people/${typed.person}` }) : outcome;
});

export const correctPerson = provenAction(
  z.strictObject({
    person,
    fullName: text,
    email: text,
    telephone: text,
    jobTitle: text,
    kind: z.enum(kindsToGive).optional(),
    findsCapacity: z.literal("yes").optional(),
    meant,
    reason,
  }),
  async (user, { person: id, kind, findsCapacity, ...details }, { now }) => {
    const correction = { ...details, kind: kind ?? null, findsCapacity: findsCapacity === "yes" };
    return recordOf(id, "details", await correctDetails(user, id, correction, now));
  },
);

export const givePersonAccess = provenAction(
  z.strictObject({
    person,
    target: targets,
    level: z.enum(["standard", "approver"], { error: "Choose Standard or Approver" }),
    instead: z.literal("yes").optional(),
    "endsOn.day": text.optional(),
    "endsOn.month": text.optional(),
    "endsOn.year": text.optional(),
    reason,
  }),
  async (user, typed, { now }) => {
    const { "endsOn.day": day, "endsOn.month": month, "endsOn.year": year } = typed;
    const endsAt = lastMoment({ day, month, year }, "endsOn", now);
    if (!endsAt.ok) return endsAt;
    const giving = {
      targets: typed.target,
      level: typed.level,
      instead: typed.instead === "yes",
      endsAt: endsAt.value,
      reason: typed.reason,
    };
    return recordOf(typed.person, "given", await supportGivesAccess(user, typed.person, giving, now));
  },
);

export const mergePeople = provenAction(
  z.strictObject({ person, other: person, reason }),
  async (user, typed, { now }) =>
    recordOf(typed.person, "merged", await mergeAccounts(user, typed.person, typed.other, typed, now)),
);

export const signOutEverywhere = provenAction(z.strictObject({ person }), async (user, typed, { now }) =>
  recordOf(typed.person, "sessions", await endPersonSessions(user, typed.person, now)),
);

export const answerAsker = provenAction(
  z.strictObject({ person, request: person, answer: reason }),
  async (user, typed, { now }) =>
    recordOf(typed.person, "answered", await answerClosingRequest(user, typed.person, typed, now)),
);

export const answerFinder = provenAction(
  z.strictObject({ person, decision: z.string().default(""), answer: reason.default("") }),
  async (user, typed, { now }) =>
    recordOf(typed.person, "answered", await answerFindingRequest(user, typed.person, typed, now)),
);

export const resetPersonSecondFactor = provenAction(z.strictObject({ person, reason }), async (user, typed, { now }) =>
  recordOf(typed.person, "factor", await resetSecondFactor(user, typed.person, typed, now)),
);

export const reopenPerson = provenAction(z.strictObject({ person, reason }), async (user, typed, { now }) =>
  recordOf(typed.person, "opened", await reopenAccount(user, typed.person, typed, now)),
);

export const proposeForSupport = provenAction(
  z.strictObject({ fullName: text, email: text, telephone: text, jobTitle: text, meant, reason }),
  async (user, typed, { now }) => {
    const outcome = await proposeSupport(user, typed, now);
    return outcome.ok ? done({ to: "/admin/people/support-team?done=proposed" }) : outcome;
  },
);

export const decideSupportProposal = provenAction(
  z.strictObject({ proposal: person, decision: z.enum(["approved", "rejected"]) }),
  async (user, typed, { now }) => {
    const outcome = await decideProposal(user, typed.proposal, typed.decision, now);
    return outcome.ok ? done({ to: `/admin/people/support-team?done=${typed.decision}` }) : outcome;
  },
);
