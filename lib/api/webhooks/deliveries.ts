import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { webhookSeenBy } from "./webhooks";
import type { SentEvent } from "./webhook-events";

export type DeliveryState = "delivered" | "waiting" | "given up";

/** One event on its way to a webhook, as it is shown: what happened where, and how sending it went. */
export interface DeliverySeen {
  id: number;
  /** The id that the receiver is given, the same at each try. */
  eventId: string;
  type: SentEvent;
  location: string | null;
  at: Date;
  state: DeliveryState;
  attempts: number;
  nextTryAt: Date | null;
  deliveredAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
}

/** For how many days we keep what was sent to webhooks. */
export const deliveryDays = 90;

const shown = 50;

/** The latest deliveries of a webhook, newest first; none of one that they may not see. */
export async function deliveriesSeenBy(user: User, webhookId: number, now: Date): Promise<DeliverySeen[]> {
  if (!(await webhookSeenBy(user, webhookId, now))) return [];
  const rows = await db.webhookDelivery.findMany({
    where: { webhookId },
    orderBy: { id: "desc" },
    take: shown,
    include: { event: { include: { location: { select: { name: true } } } } },
  });
  return rows.map(({ id, eventId, event, attempts, nextTryAt, deliveredAt, lastStatus, lastError }) => ({
    ...{ id, eventId, attempts, nextTryAt, deliveredAt, lastStatus, lastError },
    type: event.type as SentEvent,
    location: event.location?.name ?? null,
    at: event.at,
    state: deliveredAt ? "delivered" : nextTryAt ? "waiting" : "given up",
  }));
}
