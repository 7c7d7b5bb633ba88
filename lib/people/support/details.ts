import { problemWithAddress } from "@/lib/outbox/email-address";
import { asAddress, stowaways } from "@/lib/outbox/plain-text";
import type { Problem } from "@/lib/outcome";
import { isTelephone, notATelephone } from "@/lib/telephone";
import { jobTitle as rule, othersName, wrongWith } from "@/lib/registrations/typed-text";

export interface PersonDetails {
  fullName: string;
  email: string;
  telephone: string;
  jobTitle: string;
}

/** What one person types about another, cleaned. */
export const cleaned = (details: PersonDetails): PersonDetails => ({
  fullName: oneLine(details.fullName),
  email: asAddress(details.email),
  telephone: oneLine(details.telephone),
  jobTitle: oneLine(details.jobTitle),
});

export const oneLine = (typed: string): string =>
  typed
    .replace(stowaways, "")
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();

/** What is wrong with it, beside its fields. */
export function problemsWith({ fullName, email, telephone, jobTitle }: PersonDetails): Problem[] {
  const wrongAddress = problemWithAddress(email);
  const name = wrongWith(othersName, fullName);
  const job = jobTitle === "" ? null : wrongWith(rule, jobTitle);
  return [
    name !== null && { field: "fullName", message: name },
    wrongAddress !== null && { field: "email", message: wrongAddress },
    !isTelephone(telephone) && { field: "telephone", message: notATelephone },
    job !== null && { field: "jobTitle", message: job },
  ].filter((problem) => problem !== false);
}
