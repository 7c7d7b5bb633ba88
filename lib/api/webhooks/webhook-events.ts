/** What a webhook can be told of, as people choose it. */
export const webhookEvents = {
  "window.opened": "A reporting window has opened",
  "return.filed": "A return was filed",
  "vacancy.changed": "Beds or vacancies were updated, confirmed or found taken",
} as const;
export type WebhookEvent = keyof typeof webhookEvents;

export const isWebhookEvent = (text: string): text is WebhookEvent => Object.hasOwn(webhookEvents, text);

/** Every type of event: what someone can choose, and what they send themselves to try a webhook. */
export type SentEvent = WebhookEvent | "test";
