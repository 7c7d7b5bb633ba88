import type { Message } from "@/lib/outbox/queue-email";
import { formatCount } from "@/lib/format";
import { dayOf, daysBetween, type Day } from "@/lib/london";
import { monthFor } from "@/lib/windows/reporting-window";
import { grouped } from "@/lib/returns/reminders/grouped";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { queueInParts } from "./queue-in-parts";
import {
  reminderRecipients,
  type DueForRecipient,
  type ReminderRecipient,
} from "@/lib/returns/reminders/reminder-recipients";

/** For how many days after the close: one day, and two more in case the service was down. */
const fresh = 3;

/** Tells those who filed nothing that their window has closed and that late figures are welcome: once a person and window. */
export async function reportMissedWindows(now: Date): Promise<string> {
  const owed = (await owedReturns(monthFor(now), now)).filter(({ window }) => {
    const ago = daysBetween(window.lastDay, dayOf(now));
    return window.closesAt <= now && ago <= fresh;
  });
  const missed = (await reminderRecipients(owed, now)).flatMap((reader) =>
    [...grouped(reader.due, ({ window }) => window.lastDay)].map(([lastDay, due]) => ({ reader, lastDay, due })),
  );
  const written = await queueInParts(missed, "a window was missed", now, (part) => part.map(notice));
  return `${formatCount("message", written)} about ${formatCount("return", owed.length)}`;
}

function notice({
  reader,
  lastDay,
  due,
}: {
  reader: ReminderRecipient;
  lastDay: Day;
  due: DueForRecipient[];
}): Message {
  const { email, name, accountId } = reader;
  return {
    template: "window-missed",
    to: email,
    ...(accountId !== null && { accountId }),
    uniqueKey: `window-missed:${lastDay}:${email.toLowerCase()}`,
    props: {
      ...(name !== null && { name }),
      month: due[0]?.window.month ?? lastDay.slice(0, 7),
      lastDay,
      due: due.map(({ location, label }) => ({ location, collection: label })),
      account: accountId !== null,
    },
  };
}
