import type { TagColour } from "@/components/ui";
import type { DeliveryState } from "@/lib/api/webhooks/deliveries";
import { type SentEvent, webhookEvents } from "@/lib/api/webhooks/webhook-events";
import type { WebhookSeen, WebhookState } from "@/lib/api/webhooks/webhook-standing";

/** How a webhook stands, in a word and a colour. */
export const webhookStates: Record<WebhookState, { label: string; colour: TagColour }> = {
  works: { label: "Working", colour: "green" },
  fails: { label: "Failing", colour: "red" },
  untried: { label: "Nothing sent yet", colour: "blue" },
  paused: { label: "Paused", colour: "yellow" },
  "key ended": { label: "Its key has ended", colour: "grey" },
};

/** How sending an event went, in a word and a colour. */
export const deliveryStates: Record<DeliveryState, { label: string; colour: TagColour }> = {
  delivered: { label: "Delivered", colour: "green" },
  waiting: { label: "Waiting", colour: "yellow" },
  "given up": { label: "Not delivered", colour: "red" },
};

/** What happened, in words. */
export const eventInWords = (type: SentEvent): string => (type === "test" ? "Test" : webhookEvents[type]);

/** Why a webhook is paused; null if it is not. */
export function whyPaused({ pausedAt, pausedBecause }: WebhookSeen): string | null {
  if (!pausedAt) return null;
  if (pausedBecause === "failing") return "We paused it, because nothing that we sent had arrived for days.";
  return pausedBecause === "gone"
    ? "We paused it, because its address said that it is gone for good."
    : "Someone paused it.";
}
