import { problemWithAddress } from "@/lib/outbox/email-address";
import { oddAddress } from "@/lib/outbox/odd-address";
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

/** An address that is right although it looks mistyped: what was asked about, or what stands already. */
export interface AddressMeant {
  meant?: string | string[] | undefined;
}

/** What is wrong with it, beside its fields. `button` is what to press again where an address only looks mistyped. */
export function problemsWith(
  { fullName, email, telephone, jobTitle }: PersonDetails,
  { meant }: AddressMeant,
  button: string,
): Problem[] {
  const wrongAddress = problemWithAddress(email);
  const name = wrongWith(othersName, fullName);
  const job = jobTitle === "" ? null : wrongWith(rule, jobTitle);
  return [
    name !== null && { field: "fullName", message: name },
    wrongAddress !== null && { field: "email", message: wrongAddress },
    ...oddAddress(email, meant, button),
    !isTelephone(telephone) && { field: "telephone", message: notATelephone },
    job !== null && { field: "jobTitle", message: job },
  ].filter((problem) => problem !== false);
}
