import { db, system, transact } from "@/lib/db";
import type { Month } from "@/lib/london";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { isOpen } from "@/lib/windows/reporting-window";
import { queueTelling } from "./queue-webhooks";

/** Has webhooks told that the window of a month is open, once however often it is asked for, and while it is open. */
export async function tellThatWindowOpened(month: Month, now: Date): Promise<void> {
  if (!isOpen(windowFor(await calendarNow(), month, now), now)) return;
  const listening = { endedAt: null, pausedAt: null, events: { has: "window.opened" } };
  if ((await db.webhook.count({ where: listening })) === 0) return;
  const event = { type: "window.opened", at: now, about: { month }, uniqueKey: `window.opened:${month}` };
  await transact(system("webhooks"), "a window has opened", async (tx) => {
    const { count } = await tx.webhookEvent.createMany({ data: [event], skipDuplicates: true });
    if (count === 1) await queueTelling(tx);
  });
}
