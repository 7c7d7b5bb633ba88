import type { Month } from "@/lib/london";
import { areaKindsInWords } from "@/lib/organisations/area-label";
import { collectionKeys } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { stateMeanings } from "@/lib/reports/reading";
import type { Calendar } from "@/lib/windows/calendar";
import { acceptedSchema, bedsSchema, type JsonSchema, returnSchema } from "./answer-schema";
import { keyPrefix } from "./key-scopes";
import { feedSchemas } from "./feed/feed-schemas";
import { type Operation, operations } from "./operations";
import { idempotencyDays } from "./remember-sending";
import { webhookSchemas, webhooksDescribed } from "./webhooks/webhook-schemas";

const object = (properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  ...more,
});
const text: JsonSchema = { type: "string" };
const textOrNone: JsonSchema = { type: ["string", "null"] };
const number: JsonSchema = { type: "integer" };
const yesNo: JsonSchema = { type: "boolean" };
const moment: JsonSchema = { type: "string", format: "date-time" };
const monthSaid: JsonSchema = { type: "string", pattern: "^\\d{4}-\\d{2}$" };
const day: JsonSchema = { type: "string", format: "date" };
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const any: JsonSchema = { type: ["object", "null"] };

const collection: JsonSchema = { enum: collectionKeys };
const receipt = {
  ...{ reference: text, checkCode: text, location: number, collection, month: monthSaid, late: yesNo, monthly: yesNo },
  submittedAt: moment,
};
const window = object({
  month: monthSaid,
  firstDay: day,
  lastDay: day,
  opensAt: moment,
  closesAt: moment,
  open: yesNo,
});
const standing = object({ collection, state: text, month: monthSaid, monthly: yesNo, lastFiled: textOrNone });
const area = object({ kind: { enum: Object.keys(areaKindsInWords) }, code: text, name: text });
const always = { key: text, label: text, collection, unit: text };
/** A figure only where there is one: otherwise `state` says why there is none. */
const measureSaid = object(
  { ...always, state: { enum: ["known", ...Object.keys(stateMeanings)] } },
  {
    properties: {
      ...always,
      state: { enum: ["known", ...Object.keys(stateMeanings)] },
      ...{ value: { type: "number" }, numerator: { type: "number" }, locations: number },
      denominator: { type: ["number", "null"] },
    },
  },
);

/** What is always so, whichever questions are asked. */
const fixedSchemas: Record<string, JsonSchema> = {
  Key: object({ key: object({ label: text, scopes: list(text), expiresAt: moment }) }),
  Windows: object({ latestOpened: ref("Window"), next: ref("Window") }),
  Window: window,
  Locations: object({
    locations: list(object({ id: number, name: text, returns: list(standing) })),
    next: { type: ["integer", "null"] },
  }),
  Asked: object({
    ...{
      location: number,
      collection,
      month: monthSaid,
      late: yesNo,
      window: { anyOf: [ref("Window"), { type: "null" }] },
    },
    ...{ standing: textOrNone, figures: textOrNone, last: any, schema: { type: "object" } },
  }),
  BedsAsStated: object({
    ...{ location: number, beds: any, statement: { type: ["integer", "null"] }, statedAt: textOrNone },
    schema: { type: "object" },
  }),
  Confirmation: object({ statement: number }, { additionalProperties: false }),
  Done: {},
  Receipt: object(receipt),
  Receipts: object({ receipts: list(ref("Receipt")), next: { type: ["integer", "null"] } }),
  ReceiptInFull: object({
    ...receipt,
    ...{
      counts: yesNo,
      supersededAt: textOrNone,
      nil: any,
      answers: any,
      beds: any,
      accepted: list({ type: "object" }),
    },
  }),
  Areas: object({ areas: list(ref("Area")) }),
  Area: area,
  AreaSums: object({
    ...{ area: ref("Area"), month: monthSaid, latest: yesNo },
    returns: list(object({ collection, due: number, filed: number, nil: number })),
    measures: list(ref("AreaMeasure")),
  }),
  AreaMeasure: measureSaid,
  Problem: {
    type: "object",
    properties: {
      ...{ type: { type: "string", format: "uri" }, title: text, status: number, detail: text },
      errors: list({
        type: "object",
        properties: { pointer: text, message: text, code: text, warning: yesNo },
        required: ["message"],
      }),
    },
    required: ["type", "title", "status"],
  },
};

/** The schemas of what is sent this month, from the questions and bed types that are asked. */
function sentSchemas(calendar: Calendar, asked: Month): Record<string, JsonSchema> {
  const seasons = calendar.seasonsIn(asked);
  const each = collectionKeys.map((key): [string, JsonSchema] => {
    const bedTypes = countsBeds(key) ? calendar.bedTypesFor([key], asked) : [];
    return [`Return_${key}`, returnSchema(key, asked, seasons, bedTypes)];
  });
  const counting = collectionKeys.filter(countsBeds);
  const bedTypes = counting.flatMap((key) => calendar.bedTypesFor([key], asked));
  return {
    ...Object.fromEntries(each),
    Return: { anyOf: each.map(([name]) => ref(name)) },
    BedUpdate: object(
      { beds: bedsSchema(bedTypes) },
      {
        properties: { beds: bedsSchema(bedTypes), accepted: acceptedSchema },
        additionalProperties: false,
      },
    ),
  };
}

const parameters: Record<string, JsonSchema> = {
  location: { name: "location", in: "path", required: true, schema: number },
  collection: { name: "collection", in: "path", required: true, schema: collection },
  reference: { name: "reference", in: "path", required: true, schema: text },
  kind: { name: "kind", in: "path", required: true, schema: { enum: Object.keys(areaKindsInWords) } },
  code: { name: "code", in: "path", required: true, schema: text },
};
const idempotencyKey: JsonSchema = {
  ...{ name: "Idempotency-Key", in: "header", required: true },
  description: `A new value for each thing you send. If you send the same thing again with it, it is done only once and you get the same receipt. We remember it for ${idempotencyDays} days.`,
  schema: { type: "string", pattern: "^[\\w.:-]{1,100}$" },
};
const asked: Record<NonNullable<Operation["asks"]>, JsonSchema> = {
  before: { name: "before", in: "query", required: false, schema: number },
  after: { name: "after", in: "query", required: false, schema: number },
  since: { name: "since", in: "query", required: true, schema: number },
  month: { name: "month", in: "query", required: false, schema: monthSaid },
};

const answered = (description: string, name: string, type = "application/json"): JsonSchema => ({
  description,
  content: { [type]: { schema: ref(name) } },
});

function described({ path, method, summary, scope, sends, gives, asks, type }: Operation): JsonSchema {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = ""]) => parameters[name] ?? []);
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w)?/gi, (_all, next: string | undefined) => (next ?? "").toUpperCase())}`,
    summary,
    description:
      scope === null ? "For everyone, without a key, where it is switched on." : `For keys that may ${scope}.`,
    ...(scope === null && { security: [] }),
    parameters: [...inPath, ...(sends ? [idempotencyKey] : []), ...(asks ? [asked[asks]] : [])],
    ...(sends && { requestBody: { required: true, content: { "application/json": { schema: ref(sends) } } } }),
    responses: {
      [method === "post" ? "201" : "200"]: answered(summary, gives, type),
      default: answered("What was not done, and why", "Problem", "application/problem+json"),
    },
  };
}

/** The API as OpenAPI 3.1, made from what is asked this month. */
export function description(calendar: Calendar, month: Month, { origin, name }: { origin: string; name: string }) {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of operations)
    (paths[operation.path === "" ? "/" : operation.path] ??= {})[operation.method] = described(operation);
  return {
    openapi: "3.1.0",
    info: { title: `${name} API`, version: "1", summary: `For other systems, as of ${month}` },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    paths,
    webhooks: webhooksDescribed,
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: `A key that begins with ${keyPrefix}, made by an approver.`,
        },
      },
      schemas: { ...fixedSchemas, ...feedSchemas, ...webhookSchemas, ...sentSchemas(calendar, month) },
    },
  };
}
