import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { organisationOf } from "@/lib/capacity/organisation-of";
import { refusedBy } from "@/lib/database/refusal";
import { type Transaction, transact } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { done, type Outcome, refused } from "@/lib/outcome";
import { type Message, queueEmails } from "@/lib/outbox/queue-email";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { type ReminderRecipient, reminderRecipients } from "@/lib/returns/reminders/reminder-recipients";
import { returnLinks } from "@/lib/returns/reminders/return-links";
import { daysLeft, isOpen, monthFor } from "@/lib/windows/reporting-window";
import { chasedPlace } from "./chased-location";

const mostADay = 200;

class TooMany extends Error {}

/**
 * Emails the users and the manager of a location that its return is due, in the name of the person who oversees it. A
 * location gets one reminder a day, whoever asks, and a person can send a limited number. Refuses if nothing is owed in
 * an open window, or if there is no one to email. Returns how many people it went to.
 */
export async function remindLocation(user: User, locationId: number, now: Date): Promise<Outcome<{ sent: number }>> {
  const place = await chasedPlace(user, locationId);
  if (!place) throw new Forbidden("chase a location");
  allow(user, "chase a location", place.place);
  const owed = (await owedReturns(monthFor(now), now, locationId)).filter(({ window }) => isOpen(window, now));
  if (owed.length === 0)
    return refused({ message: `${place.name} has no return to file in an open window, so we did not send a reminder` });
  const readers = await reminderRecipients(owed, now);
  if (readers.length === 0)
    return refused({ message: `No one to email: ${place.name} has no users, and no email address for its manager` });
  const askedBy = user.kind === "support" ? undefined : await organisationOf(user);
  try {
    await transact(user, "sent a reminder about a return", async (tx) => {
      await keepToLimit(tx, user, now);
      const day = dayOf(now);
      await tx.contactMade.create({
        data: {
          locationId,
          result: "reminded",
          at: now,
          day: new Date(day),
          byId: user.id,
          onBehalfOf: user.onBehalfOf ?? null,
        },
      });
      const links = await returnLinks(tx, asking(readers), now);
      await queueEmails(
        tx,
        readers.map((reader) => reminder(reader, links, askedBy, day, now)),
        now,
      );
    });
  } catch (fault) {
    if (fault instanceof TooMany)
      return refused({ message: `You have sent ${mostADay} reminders today, which is the most you can` });
    if (refusedBy(fault) !== "duplicate") throw fault;
    return refused({ message: `${place.name} has already been sent a reminder today. You can send another tomorrow` });
  }
  return done({ sent: readers.length });
}

const asking = (readers: readonly ReminderRecipient[]) => readers.map((reader) => ({ reader, due: reader.due }));

async function keepToLimit(tx: Transaction, user: User, now: Date): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(73, ${user.id}::int)::text`;
  const since = new Date(now.getTime() - 24 * 3_600_000);
  const sent = await tx.contactMade.count({ where: { byId: user.id, result: "reminded", at: { gt: since } } });
  if (sent >= mostADay) throw new TooMany();
}

function reminder(
  { email, name, accountId, due }: ReminderRecipient,
  links: Map<string, number>,
  askedBy: string | undefined,
  day: string,
  now: Date,
): Message {
  const [first] = due;
  if (!first) throw new Error("A reminder is about a return.");
  return {
    template: "return-reminder",
    to: email,
    ...(accountId !== null && { accountId }),
    uniqueKey: `return-reminder-asked:${first.locationId}:${day}:${email.toLowerCase()}`,
    props: {
      ...(name !== null && { name }),
      ...(askedBy !== undefined && { askedBy }),
      month: first.window.month,
      lastDay: first.window.lastDay,
      days: daysLeft(first.window, now),
      due: due.map(({ locationId, location, collection, label }) => {
        const returnLinkId = links.get(`${accountId} ${locationId} ${collection}`);
        return { location, collection: label, ...(returnLinkId !== undefined && { returnLinkId }) };
      }),
      account: accountId !== null,
    },
  };
}
