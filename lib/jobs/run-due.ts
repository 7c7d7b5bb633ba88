import { queueTelling, queueWebhooks } from "@/lib/api/webhooks/queue-webhooks";
import { db, system, transact } from "@/lib/db";
import { queueDelivery } from "@/lib/outbox/queue-email";
import { dueAt, type JobName } from "./jobs";
import { runJob } from "./run-job";

/**
 * Does what is due at a moment and was not done yet. Any number of instances may ask at the same time, as often as they
 * like. Gives what it ran.
 */
export async function runDue(now: Date): Promise<JobName[]> {
  const due = dueAt(now);
  const done = await db.jobRun.findMany({
    where: { OR: due, finishedAt: { not: null }, error: null },
    select: { job: true, period: true },
  });
  const ran: JobName[] = [];
  for (const { job, period } of due) {
    if (done.some((run) => run.job === job && run.period === period)) continue;
    if ((await runJob(job, period, now)) !== "not ours") ran.push(job);
  }
  await queueForgotten(now);
  return ran;
}

const forgottenAfter = 15 * 60_000;

/** Mail and webhooks whose delivery is overdue: its place in the queue was lost, so it gets another. */
async function queueForgotten(now: Date): Promise<void> {
  const overdue = { lt: new Date(now.getTime() - forgottenAfter) };
  const [mails, deliveries, untold] = await Promise.all([
    db.email.findMany({
      where: { sentAt: null, failedAt: null, nextTryAt: overdue },
      select: { id: true },
      take: 500,
    }),
    db.webhookDelivery.findMany({ where: { nextTryAt: overdue }, select: { id: true }, take: 500 }),
    db.webhookEvent.findFirst({ where: { toldAt: null, at: overdue }, select: { id: true } }),
  ]);
  if (mails.length + deliveries.length === 0 && !untold) return;
  await transact(system("mail"), "queued again", async (tx) => {
    await queueDelivery(
      tx,
      mails.map(({ id }) => id),
    );
    await queueWebhooks(
      tx,
      deliveries.map(({ id }) => id),
    );
    if (untold) await queueTelling(tx);
  });
}
