import type { ClientBase } from "pg";
import { contactsOf, locationRow, providerRow, ratingsOf, rounded } from "@/prisma/seed/demo/write-places";
import { accessRow, accountRow } from "@/prisma/seed/demo/write-people";
import type { DemoLocation, DemoProvider } from "@/prisma/seed/demo/world";
import { copyInto, type Row } from "./copy";
import type { Ground } from "./ground";
import type { Place } from "./places";
import { takeIds } from "./take-ids";
import type { World } from "./world";
import { returnRows } from "./return-rows";
import { suitabilityRows } from "./suitability-rows";

/** Rows by table, in an order in which every reference already exists. */
export type Tables = readonly (readonly [table: string, rows: readonly Row[]])[];

/**
 * Writes some locations with everything that belongs to them, all or nothing, and returns how many rows each table got.
 */
export async function writeWorld(
  client: ClientBase,
  world: World,
  ground: Ground,
  now: Date,
): Promise<[string, number][]> {
  const written: [string, number][] = [];
  await client.query("begin");
  try {
    await client.query(`select set_config('capacity.actor', 'system:england', true), set_config('capacity.bulk', 'on', true),
                               set_config('capacity.reason', 'made up England', true)`);
    for (const [table, rows] of await tablesOf(client, world, ground, now))
      written.push([table, await copyInto(client, table, rows)]);
    await client.query("commit");
    return written;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function tablesOf(client: ClientBase, world: World, ground: Ground, now: Date): Promise<Tables> {
  const { places, people, managers } = world;
  const providers = [...new Set(places.map(({ provider }) => provider))];
  const providerIds = await takeIds<DemoProvider>(client, "provider", providers);
  const locationIds = await takeIds<DemoLocation>(client, "location", places);
  const accountIds = await takeIds(client, "account", people);
  const said = await returnRows(client, world, { locations: locationIds, people: accountIds }, now);
  return [
    ["provider", providers.map((provider) => ({ id: providerIds(provider), ...providerRow(provider) }))],
    ["location", places.map((place) => ({ ...placed(place), id: locationIds(place), ...runBy(place, providerIds) }))],
    ["rating", places.flatMap((place) => ratingsOf(place, locationIds(place)))],
    ["contact", managers.flatMap((one) => contactsOf(one, locationIds(one.location)).map(withPublic))],
    ["account", people.map((person) => ({ id: accountIds(person), ...accountRow(person) }))],
    [
      "access",
      people.flatMap((person) =>
        (person.locations ?? []).map((location) => ({
          accountId: accountIds(person),
          locationId: locationIds(location),
          ...accessRow(person),
        })),
      ),
    ],
    ...said.tables,
    ...(await suitabilityRows(client, world, ground, locationIds, said.by)),
  ];
}

const withPublic = (contact: Row): Row => ({ public: false, ...contact });

const runBy = ({ provider, dualProvider }: Place, ids: (provider: DemoProvider) => number) => ({
  providerId: ids(provider),
  dualProviderId: dualProvider && ids(dualProvider),
});

const placed = (place: Place) => ({
  ...locationRow(place),
  predecessors: [],
  successors: [],
  latitude: rounded(place.district.latitude, place.offset[0]),
  longitude: rounded(place.district.longitude, place.offset[1]),
  localAuthorityId: place.district.councilId,
  subIcbId: place.district.subIcbId,
});
