import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { Outcome } from "@/lib/outcome";
import { checkFiling } from "./check-filing";
import type { Filable } from "./filable";
import type { Filing } from "./filing";
import { filingFactsOf } from "./filing-facts";

/** What filing a return now would do, without filing it: for the page of changes, and for previews. */
export async function checkReturnOf(user: User, filing: Filing, now: Date): Promise<Outcome<Filable>> {
  const facts = await filingFactsOf(user, filing.locationId, filing.collection);
  if (!facts) throw new Forbidden("file a return");
  allow(user, "file a return", facts.location.place);
  return checkFiling(facts, filing, now);
}
