import type { JsonSchema } from "@/lib/api/answer-schema";
import { collectionKeys } from "@/lib/questions/collections";
import { type WebhookEvent, webhookEvents } from "./webhook-events";

const text: JsonSchema = { type: "string" };
const read: JsonSchema = { ...text, format: "uri", description: "Where it can be read with the key" };
const month: JsonSchema = { ...text, pattern: "^\\d{4}-\\d{2}$" };
const place = {
  location: { type: "integer" },
  registerId: { ...text, description: "The location’s own number in its register, such as its CQC location ID" },
};

const dataOf: Record<WebhookEvent, Record<string, JsonSchema>> = {
  "window.opened": { month, read },
  "return.filed": { ...place, collection: { enum: collectionKeys }, month, reference: text, read },
  "vacancy.changed": { ...place, read },
};

const whole = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});

const nameOf = (event: string) => `Webhook_${event.replace(".", "_")}`;
const events = Object.keys(webhookEvents) as WebhookEvent[];

/** What webhooks are sent, as schemas. */
export const webhookSchemas: Record<string, JsonSchema> = Object.fromEntries(
  events.map((event) => [
    nameOf(event),
    whole({
      id: { ...text, format: "uuid", description: "The same each time we try: ignore one that you already have" },
      type: { const: event },
      timestamp: { ...text, format: "date-time" },
      data: whole(dataOf[event]),
    }),
  ]),
);

const headers = [
  ["webhook-id", "The id of the event"],
  ["webhook-timestamp", "When this try was sent, in seconds since 1970"],
  [
    "webhook-signature",
    "v1, and the HMAC-SHA256 of id.timestamp.body in base64, as Standard Webhooks has it. For a day after the secret was changed there are several, separated by a space: one for each secret",
  ],
].map(([name, description]): JsonSchema => ({ name, in: "header", required: true, description, schema: text }));

/** The webhooks section of the description. */
export const webhooksDescribed: Record<string, JsonSchema> = Object.fromEntries(
  events.map((event) => [
    event,
    {
      post: {
        operationId: nameOf(event),
        summary: webhookEvents[event],
        security: [],
        parameters: headers,
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: `#/components/schemas/${nameOf(event)}` } } },
        },
        responses: { "2XX": { description: "It has arrived. Anything else is tried again" } },
      },
    },
  ]),
);
