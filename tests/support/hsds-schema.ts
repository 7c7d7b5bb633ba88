const uuid = { type: "string", pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" };
const text = { type: "string" };
const object = (properties: object, required: string[]) => ({
  ...{ type: "object", properties, required, additionalProperties: false },
});
const list = (items: object) => ({ type: "array", items });

/**
 * The part of HSDS 3.1 that our feed relies on, written from the fields and requirements that the specification publishes:
 * no package of a registry has the schema itself. It knows no other fields, so that none slips in under a wrong name.
 */
export const hsdsService = object(
  {
    ...{ id: uuid, name: text, status: { enum: ["active", "inactive", "defunct", "temporarily closed"] } },
    service_at_locations: list(
      object(
        {
          id: uuid,
          location: object(
            {
              ...{ id: uuid, location_type: { enum: ["physical", "postal", "virtual"] }, name: text },
              ...{ external_identifier: text, external_identifier_type: text },
              ...{ latitude: { type: "number" }, longitude: { type: "number" } },
              addresses: list(
                object(
                  {
                    ...{ id: uuid, address_1: text, city: text, state_province: text, postal_code: text },
                    ...{ country: { type: "string", pattern: "^[A-Z]{2}$" } },
                    address_type: { enum: ["physical", "postal", "virtual"] },
                  },
                  ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
                ),
              ),
              phones: list(object({ id: uuid, number: text }, ["id", "number"])),
            },
            ["id", "location_type"],
          ),
        },
        ["id"],
      ),
    ),
    capacities: list(
      object(
        {
          ...{ id: uuid, unit: object({ id: uuid, name: text }, ["id", "name"]), available: { type: "number" } },
          ...{
            maximum: { type: "number" },
            description: text,
            updated: { type: "string", pattern: "^\\d{4}-.*T.*Z$" },
          },
        },
        ["id", "unit", "available", "updated"],
      ),
    ),
  },
  ["id", "name", "status"],
);
