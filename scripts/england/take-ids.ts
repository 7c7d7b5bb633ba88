import type { ClientBase } from "pg";
import { certain } from "@/prisma/seed/demo/certain";
import type { Ids } from "@/prisma/seed/demo/write-places";

/** Takes a new id of a table for each thing, in order. */
export async function takeIds<T>(client: ClientBase, table: string, things: readonly T[]): Promise<Ids<T>> {
  const { rows } = await client.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('"${table}"', 'id')) as id from generate_series(1, $1::int)`,
    [things.length],
  );
  const given = new Map(things.map((thing, index) => [thing, Number(rows[index]?.id)]));
  return (thing) => certain(given.get(thing));
}
