import type { Message } from "@/lib/outbox/queue-email";
import { formatCount } from "@/lib/format";
import { daysLeft, isOpen, monthFor } from "@/lib/windows/reporting-window";
import { grouped } from "@/lib/returns/reminders/grouped";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { isPressing, reminderDays } from "./pressing";
import { queueInParts } from "./queue-in-parts";
import {
  reminderRecipients,
  type DueForRecipient,
  type ReminderRecipient,
} from "@/lib/returns/reminders/reminder-recipients";
import { returnLinks } from "@/lib/returns/reminders/return-links";

/** What one person owes by one day. */
interface Pressing {
  reader: ReminderRecipient;
  lastDay: string;
  due: DueForRecipient[];
  days: number;
  /** Which of the reminders this is: how many days before the close, or fewer if that day was missed. */
  reminder: number;
}

/**
 * Reminds those who have not filed, REMINDER_DAYS before their window closes: once a person, last day and reminder.
 * A location with an extension of its own is reminded by its own last day.
 */
export async function remindOfReturns(now: Date): Promise<string> {
  const month = monthFor(now);
  const reminders = reminderDays();
  const owed = (await owedReturns(month, now)).filter(({ window }) => isOpen(window, now));
  const soon = owed.filter(({ window }) => isPressing(window, now));
  const pressing = (await reminderRecipients(soon, now)).flatMap((reader) => pressingFor(reader, reminders, now));
  const written = await queueInParts(pressing, "a return is due soon", now, async (part, tx) => {
    const links = await returnLinks(tx, part, now);
    return part.map((one) => reminderFor(one, month, links));
  });
  return `${formatCount("message", written)} about ${formatCount("return", soon.length)}`;
}

function pressingFor(reader: ReminderRecipient, reminders: readonly number[], now: Date): Pressing[] {
  return [...grouped(reader.due, ({ window }) => window.lastDay)].flatMap(([lastDay, due]) => {
    const [first] = due;
    const days = first ? daysLeft(first.window, now) : 0;
    const reminder = reminders.find((before) => before >= days);
    return reminder === undefined ? [] : [{ reader, lastDay, due, days, reminder }];
  });
}

function reminderFor(
  { reader, lastDay, due, days, reminder }: Pressing,
  month: string,
  links: Map<string, number>,
): Message {
  const { email, name, accountId } = reader;
  return {
    template: "return-reminder",
    to: email,
    ...(accountId !== null && { accountId }),
    uniqueKey: `return-reminder:${lastDay}:${reminder}:${email.toLowerCase()}`,
    props: {
      ...(name !== null && { name }),
      month,
      lastDay,
      days,
      due: due.map(({ locationId, location, collection, label }) => {
        const returnLinkId = links.get(`${accountId} ${locationId} ${collection}`);
        return { location, collection: label, ...(returnLinkId !== undefined && { returnLinkId }) };
      }),
      account: accountId !== null,
    },
  };
}
