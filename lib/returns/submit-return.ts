import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { done, type Outcome, refused } from "@/lib/outcome";
import { checkFiling } from "./check-filing";
import { refusedBy } from "@/lib/database/refusal";
import type { Filing } from "./filing";
import { type FilingFacts, filingFactsOf, type Receipt } from "./filing-facts";
import { writeReturn } from "./write-return";

const attempts = 10;

/**
 * Files a return: by form, workbook, "nothing has changed", nil or API alike.
 *
 * Refuses with every problem at once; warnings need to be accepted and are kept with the return. Filed again in the same
 * window it replaces what counts; outside a window it is late and never replaces a return that counted. The same form
 * sent twice, at once or after a lost connection, files once and answers with the same receipt. A location that the
 * person may not file for throws `Forbidden`.
 */
export async function submitReturn(user: User, filing: Filing, now: Date): Promise<Outcome<Receipt>> {
  const facts = await filingFactsOf(user, filing.locationId, filing.collection, filing.idempotencyKey);
  if (!facts) throw new Forbidden("file a return");
  allow(user, "file a return", facts.location.place);
  if (filing.idempotencyKey === "") return refused({ message: "Open the form again, then send it" });
  if (facts.filed) return receiptAgain(user, filing, facts.filed);
  const checked = checkFiling(facts, filing, now);
  if (!checked.ok) return checked;
  for (let attempt = 1; ; attempt++) {
    try {
      const receipt = await writeReturn({ user, facts, filing, filable: checked.value }, now, attempt > 1);
      return receiptAgain(user, filing, receipt);
    } catch (fault) {
      const refusal = refusedBy(fault);
      if (refusal === "busy")
        return refused({ message: "Someone else is sending this return now. Wait a moment, then send it again" });
      if (refusal !== "duplicate" || attempt === attempts) throw fault;
    }
  }
}

/** The receipt of this form, if it has been sent; not if its key belongs to another return. */
function receiptAgain(user: User, filing: Filing, receipt: NonNullable<FilingFacts["filed"]>): Outcome<Receipt> {
  const { byId, ...rest } = receipt;
  if (byId === user.id && rest.locationId === filing.locationId && rest.collection === filing.collection)
    return done(rest);
  return refused({ message: "This form has already been used for another return. Open the form again, then send it" });
}
