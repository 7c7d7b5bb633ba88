import { endSession } from "@/lib/accounts/end-session";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { system, transact } from "@/lib/db";
import { type Outcome, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { fieldsOf, typedIn } from "./form-fields";
import type { Receipt } from "./filing-facts";
import { keyOfLink, returnLink } from "./return-link";
import { submitReturn } from "./submit-return";

export interface PressedLink {
  secret: string;
  /** Which figures were looked at. */
  looked: string;
  /** Answers to what the last return does not answer, and the warnings accepted. */
  typed: Readonly<Record<string, string>>;
  address: string | null;
  browser: string | null;
}

const notWhole = "Something was wrong with this form. Open the link again, then send it";
const gone = "This link has expired. Sign in to file your return";

/**
 * "Nothing has changed", pressed from the link in a reminder: opens a session for this one return only, files the
 * figures that were shown, and ends it. The record shows whose link it was and that it came from a reminder.
 */
export async function fileByLink(pressed: PressedLink, now: Date): Promise<Outcome<Receipt | null>> {
  const { secret, looked, typed, address, browser } = pressed;
  const link = await returnLink(secret, now);
  if (link.state === "gone") return refused({ message: gone });
  if (link.state === "used") return { ok: true, value: null };
  const { id, account, form } = link;
  const asked = fieldsOf(form.collection);
  if (!Object.keys(typed).every(asked)) return refused({ message: notWhole });
  const token = await transact(system("reminder"), "opened a reminder's link", (tx) =>
    openSession(
      tx,
      {
        holder: account,
        purpose: "file_one_return",
        remembered: false,
        passwordAt: null,
        returnLinkId: id,
        address,
        browser,
      },
      now,
    ),
  );
  try {
    const live = await sessionUser(token, now);
    if (!live) return refused({ message: gone });
    const filed = await submitReturn(
      live.user,
      {
        locationId: form.location.id,
        collection: form.collection,
        typed: typedIn(form.collection, typed),
        unchanged: { looked },
        accepted: acceptedIn(typed),
        idempotencyKey: keyOfLink(id),
        source: "reminder",
      },
      now,
    );
    if (filed.ok)
      await transact(live.user, "used a reminder's link", (tx) =>
        tx.returnLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } }),
      );
    return filed;
  } finally {
    await endSession(token, now);
  }
}
