import { isAskedAboutFinding, isFinderKind, organisationQuestion } from "@/lib/access/kinds";
import { system, transact, type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { done, refused, type Outcome, type Problem } from "@/lib/outcome";
import { isOrganisationAnswered, isYourDetailsAnswered, type Answered, type Draft } from "./answers";
import { approversOf, whoDecides } from "./approvers";
import { accountAt } from "./draft-queries";
import { referenceNumber } from "./reference-number";
import { tellDeciders, type MadeRequest } from "./tell-deciders";
import { terms } from "./terms";
import { type RegistrationTarget, wantedPlaces } from "./wanted-places";
import { waitingWish } from "./waiting-wish";

/** What is agreed on the last page. */
export interface Agreement {
  terms: boolean;
  communications: boolean | null;
}

/**
 * Turns a complete draft into a registration: asks for access to each place or area chosen, emails the applicant and
 * the people who decide, and deletes what was typed. All of this happens or none, and once even if it is pressed twice.
 * No account is created yet: the first approval creates it. If a registration of the same address and kind still waits,
 * what is new is added to that one: one wish is one request. Refuses terms that are not agreed, an address that has an
 * account, and places that closed meanwhile.
 */
export async function completeRegistration(
  draftId: string,
  agreement: Agreement,
  now: Date,
): Promise<Outcome<Completed>> {
  return transact(system("registration"), "registered", async (tx) => {
    await tx.$queryRaw`select id from registration_draft where id = ${draftId} for update`;
    const row = await tx.registrationDraft.findUnique({ where: { id: draftId } });
    const draft = (row && row.expiresAt > now ? row.answers : {}) as Draft;
    if (draft.completed !== undefined) return done(await made(tx, draft.completed, draft.again === true));
    if (!isYourDetailsAnswered(draft) || !isOrganisationAnswered(draft) || draft.vouched === undefined)
      return refused({ message: "Your registration is not complete. Check every step, or start again" });
    const problems = disagreements(agreement);
    if (await accountAt(tx, draft.email)) problems.push(alreadyRegistered);
    const targets = await wantedPlaces(tx, draft, now);
    if (targets === null) problems.push({ message: "A location you chose has since closed. Choose again" });
    if (problems.length > 0 || targets === null) return refused(...problems);
    const before = await waitingWish(tx, draft, targets);
    const id = before?.id ?? (await newRegistration(tx, draft, agreement.communications === true, now));
    const fresh = targets.filter((target) => before?.asked(target) !== true);
    await ask(tx, draft, { id, fresh, all: targets }, now);
    const answers = { completed: id, again: before !== null };
    await tx.registrationDraft.update({ where: { id: draftId }, data: { answers } });
    return done(await made(tx, id, before !== null));
  });
}

export interface Completed {
  id: number;
  reference: string;
  /** It had been begun before: what was chosen now was added to it, and nothing is asked for twice. */
  again: boolean;
}

const made = async (tx: Transaction, id: number, again: boolean): Promise<Completed> => ({
  ...(await tx.registration.findUniqueOrThrow({ where: { id }, select: { id: true, reference: true } })),
  again,
});

/** What we tell someone whose address already has an account. */
export const alreadyRegistered: Problem = {
  field: "email",
  code: "already-registered",
  message: "This email address is already registered",
};

/** What is still to agree to, in page order. */
export const disagreements = ({ terms, communications }: Agreement): Problem[] => [
  ...(terms ? [] : [{ field: "terms", message: "You must agree to the terms of use to use the service" }]),
  ...(communications === null
    ? [{ field: "communications", message: "Choose whether we may send you news and alerts" }]
    : []),
];

async function newRegistration(tx: Transaction, draft: Answered, communications: boolean, now: Date) {
  const { email, fullName, telephone, jobTitle, kind } = draft;
  const { id } = await tx.registration.create({
    data: {
      reference: referenceNumber(),
      email,
      fullName,
      telephone,
      jobTitle,
      kind,
      findsCapacity: isAskedAboutFinding(kind) ? draft.findsCapacity === true : isFinderKind(kind),
      ...wordsOf(draft),
      communications,
      termsVersion: terms.version,
      completedAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** Asks for what is new, emails the people who decide, and emails the applicant everything they chose. */
async function ask(
  tx: Transaction,
  draft: Answered,
  { id, fresh, all }: { id: number; fresh: readonly RegistrationTarget[]; all: readonly RegistrationTarget[] },
  now: Date,
): Promise<void> {
  const requests: MadeRequest[] = [];
  for (const target of fresh) {
    const { locationId, areaId } = target;
    const request = await tx.accessRequest.create({
      data: { registrationId: id, locationId, areaId, level: draft.level, requestedAt: now },
    });
    requests.push({ id: request.id, ...target });
  }
  const { fullName, email, jobTitle, reference } = await tx.registration.findUniqueOrThrow({ where: { id } });
  const asker = { fullName, email, jobTitle, approver: draft.level === "approver" };
  await tellDeciders(tx, "registration-waiting", asker, requests, now);
  const deciders = await Promise.all(all.map((target) => approversOf(tx, target, now)));
  const props = {
    name: fullName,
    reference,
    places: all.map(({ place }) => place),
    decidedBy: whoDecides(deciders),
    hours: env().REGISTRATION_WAITING_HOURS,
  };
  await queueEmail(tx, { template: "registration-received", to: email, props }, now);
}

/** What was typed about an organisation: only where its provider type asks for it. */
function wordsOf(draft: Draft) {
  const question = draft.kind && organisationQuestion(draft.kind);
  if (question !== "contact" && question !== "reason") return {};
  return {
    organisation: draft.organisation ?? null,
    address: draft.address ?? null,
    postcode: question === "contact" ? (draft.postcode ?? null) : null,
    why: question === "reason" ? (draft.why ?? null) : null,
  };
}
