import { z } from "zod";
import { env } from "@/lib/env";

/** What the database keeps of an event beside its type, its time and its place. */
const about = z.object({
  collection: z.string().optional(),
  month: z.string().optional(),
  reference: z.string().optional(),
});

/** An event as it was written, with the location that it is of, if it is of one. */
export interface EventToSay {
  id: string;
  type: string;
  at: Date;
  about: unknown;
  location: { id: number; registerId: string } | null;
}

/**
 * What a webhook is sent: what happened, when, and the address of the API where it can be read with the key. It names
 * places, months and receipts; of people, beds and answers it says nothing. Each try of an event says the same.
 */
export function webhookBody({ id, type, at, about: kept, location }: EventToSay): string {
  const { collection, month, reference } = about.parse(kept);
  const data = {
    ...(location && { location: location.id, registerId: location.registerId }),
    ...{ collection, month, reference },
    read: `${env().APP_ORIGIN}/api/v1${whereToRead(type, location?.id, reference)}`,
  };
  return JSON.stringify({ id, type, timestamp: at.toISOString(), data });
}

function whereToRead(type: string, location: number | undefined, reference: string | undefined): string {
  if (type === "return.filed") return `/receipts/${reference}`;
  if (type === "vacancy.changed") return `/locations/${location}/beds`;
  return type === "window.opened" ? "/windows" : "";
}
