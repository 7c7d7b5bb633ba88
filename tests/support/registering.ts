import { db, system, transact } from "@/lib/db";
import type { Draft } from "@/lib/registrations/answers";
import { completeRegistration } from "@/lib/registrations/complete-registration";
import { keepDraft } from "@/lib/registrations/keep-draft";

/** A step 1 that is in order. */
export const details: Draft = {
  email: "nadia@rosewood.example",
  fullName: "Nadia Newcomer",
  telephone: "01632 960 001",
  jobTitle: "Deputy manager",
  level: "standard",
  kind: "care_home",
  vouched: "work",
};

/** Registers, as someone does who has answered everything; answers with the requests it made. */
export async function register(draft: Draft, at: Date) {
  const id = await keepDraft(null, { ...details, ...draft }, at);
  const outcome = await completeRegistration(id, { terms: true, communications: false }, at);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(" "));
  const requests = await db.accessRequest.findMany({
    where: { registrationId: outcome.value.id },
    orderBy: { id: "asc" },
  });
  return { ...outcome.value, requests, request: requests[0]?.id ?? 0 };
}

/** Every message of the outbox: which, and to whom. */
export const mails = async () =>
  (await db.email.findMany({ orderBy: [{ template: "asc" }, { to: "asc" }] })).map(
    ({ template, to }) => `${template} → ${to}`,
  );

/** Forgets what was emailed so far, so that a test tells only of what follows. */
export const forgetMails = () => transact(system("test"), "mails read", (tx) => tx.email.deleteMany());
