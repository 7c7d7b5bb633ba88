import type { JsonSchema } from "@/lib/api/answer-schema";
import { services } from "@/lib/capacity/services";

const text: JsonSchema = { type: "string" };
const orNone = (type: string, more: JsonSchema = {}): JsonSchema => ({ type: [type, "null"], ...more });
const moment = orNone("string", { format: "date-time" });
const number: JsonSchema = { type: "integer" };
const exactly = (properties: Record<string, JsonSchema>): JsonSchema => ({
  ...{ type: "object", properties, required: Object.keys(properties), additionalProperties: false },
});
const licensed = {
  licence: { type: "string", format: "uri" },
  attribution: { ...text, description: "Name these sources wherever you show any of it." },
};
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const place: JsonSchema = { $ref: "#/components/schemas/Place" };

/** The open feed's part of the description. */
export const feedSchemas: Readonly<Record<string, JsonSchema>> = {
  Place: exactly({
    ...{ id: number, register: text, registerId: text, name: text, services: list({ enum: [...services] }) },
    ...{ address: text, town: orNone("string"), postcode: text, telephone: orNone("string"), rating: orNone("string") },
    ...{ latitude: orNone("number"), longitude: orNone("number") },
    beds: {
      type: ["array", "null"],
      description:
        "Free today by type of bed: could be offered now, which is fewer than are empty. 0 while the home or the type is closed; null where it has not said.",
      items: exactly({ key: text, label: text, free: number }),
    },
    bedsConfirmedAt: moment,
    hoursFree: orNone("integer", { description: "Hours of home care a week that could still be given." }),
    hoursConfirmedAt: moment,
  }),
  Places: exactly({ ...licensed, version: number, places: list(place), next: orNone("integer") }),
  PlaceChanges: exactly({
    ...licensed,
    changes: list(exactly({ id: number, version: number, place: { anyOf: [place, { type: "null" }] } })),
    version: { ...number, description: "What to ask from next." },
    more: { type: "boolean", description: "Whether there is more to ask for at once." },
  }),
  PlacesInCsv: { ...text, description: "A line for each type of bed of each place, under the names of its columns." },
  PlacesInFhir: {
    type: "object",
    description: "A Bundle of Location and HealthcareService, as HL7’s own schema of R4 describes them.",
    properties: { resourceType: { const: "Bundle" } },
    required: ["resourceType", "type"],
  },
  PlacesInHsds: exactly({
    ...{ hsds: { const: "3.1" }, ...licensed, version: number },
    contents: list({ type: "object", description: "A service, as the schema of HSDS 3.1 describes it." }),
    next: orNone("integer"),
  }),
};
