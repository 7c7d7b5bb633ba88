import { tellThatWindowOpened } from "@/lib/api/webhooks/window-opened";
import type { Message } from "@/lib/outbox/queue-email";
import { formatCount } from "@/lib/format";
import { isOpen, monthFor } from "@/lib/windows/reporting-window";
import { owedReturns } from "@/lib/returns/reminders/owed-returns";
import { isPressing } from "./pressing";
import { queueInParts } from "./queue-in-parts";
import { returnLinks } from "@/lib/returns/reminders/return-links";
import { reminderRecipients, type ReminderRecipient } from "@/lib/returns/reminders/reminder-recipients";

/**
 * Tells everyone who files, and every webhook that asked for it, that the month's window is open: once a person and
 * month, naming all they owe. Where it only runs when a window is about to close, after scheduled work had stopped, the
 * reminder says it all.
 */
export async function announceWindow(now: Date): Promise<string> {
  const month = monthFor(now);
  await tellThatWindowOpened(month, now);
  const owed = (await owedReturns(month, now)).filter(({ window }) => isOpen(window, now) && !isPressing(window, now));
  const readers = await reminderRecipients(owed, now);
  const written = await queueInParts(readers, "the window is open", now, async (part, tx) => {
    const links = await returnLinks(
      tx,
      part.map((reader) => ({ reader, due: reader.due })),
      now,
    );
    return part.map((reader) => announcement(reader, links));
  });
  return `${formatCount("message", written)} about ${formatCount("return", owed.length)}`;
}

function announcement({ email, name, accountId, due }: ReminderRecipient, links: Map<string, number>): Message {
  const soonest = due.reduce((a, b) => (b.window.lastDay < a.window.lastDay ? b : a)).window;
  return {
    template: "window-opens",
    to: email,
    ...(accountId !== null && { accountId }),
    uniqueKey: `window-opens:${soonest.month}:${email.toLowerCase()}`,
    props: {
      ...(name !== null && { name }),
      month: soonest.month,
      lastDay: soonest.lastDay,
      ...(soonest.extendedBecause !== undefined && { because: soonest.extendedBecause }),
      due: due.map(({ locationId, location, collection, label }) => {
        const returnLinkId = links.get(`${accountId} ${locationId} ${collection}`);
        return { location, collection: label, ...(returnLinkId !== undefined && { returnLinkId }) };
      }),
      account: accountId !== null,
    },
  };
}
