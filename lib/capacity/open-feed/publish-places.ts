import { findingSettingOnSql } from "@/lib/access/finding-settings";
import { type Transaction, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { publicPlacesSql } from "./public-places";

/** One at a time: numbers of changes must be seen in the order in which they rise. */
const oneAtATime = (tx: Transaction) => tx.$queryRaw`select pg_advisory_xact_lock(73)::text`;

/**
 * Publishes what is public of free places now, while support has the open feed switched on: each place that is new in it,
 * says something else or is gone gets the next number. What has not changed keeps its number.
 */
export async function publishPlaces(): Promise<string> {
  const published = await transact(
    system("open-feed"),
    "published free places",
    async (tx) => {
      await oneAtATime(tx);
      const [setting] = await tx.$queryRaw<{ on: boolean }[]>`select ${findingSettingOnSql("openFeed")} as on`;
      return setting?.on ? publish(tx) : null;
    },
    { timeout: 120_000 },
  );
  return published === null ? "The open feed is off" : `${formatCount("change", published)} published`;
}

async function publish(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    with place as materialized (${publicPlacesSql}),
    change as (
      select coalesce(place.id, was.location_id) as id, place.said
        from place full join open_place was on was.location_id = place.id
       where place.said is distinct from was.said),
    written as (
      insert into open_place (location_id, version, said)
      select id, coalesce((select version from open_feed), 0) + (row_number() over (order by id))::int, said from change
      on conflict (location_id) do update set version = excluded.version, said = excluded.said
      returning version)
    select count(*)::int as changed, max(version) as newest from written`;
  await countUp(tx);
  return row?.changed ?? 0;
}

/** Takes every place out of the feed: those who follow it are told that each is gone, should it be switched on again. */
export async function withdrawPlaces(tx: Transaction): Promise<void> {
  await oneAtATime(tx);
  await tx.$executeRaw`
    update open_place p set said = null, version = (select version from open_feed) + gone.nth
      from (select location_id, (row_number() over (order by location_id))::int as nth
              from open_place where said is not null) gone
     where gone.location_id = p.location_id`;
  await countUp(tx);
}

const countUp = (tx: Transaction) => tx.$executeRaw`
  insert into open_feed (version) select max(version) from open_place having count(*) > 0
  on conflict (id) do update set version = excluded.version where open_feed.version < excluded.version`;
