import type { ClientBase } from "pg";
import { certain } from "@/prisma/seed/demo/certain";
import type { Dice } from "@/prisma/seed/demo/dice";
import { byShare } from "./by-share";
import { regions } from "./figures";

/** A postal district with its centre, and the council that covers most of it. */
export interface District {
  outcode: string;
  latitude: number;
  longitude: number;
  councilId: number;
  council: string;
  subIcbId: number | null;
  region: string;
}

/** The districts of England by region, and the outcodes of each council. */
export interface Ground {
  regions: ReadonlyMap<string, readonly District[]>;
  outcodes: ReadonlyMap<number, readonly string[]>;
}

/** Reads the ground that places stand on from the reference tables. */
export async function readGround(client: ClientBase): Promise<Ground> {
  const { rows } = await client.query<District>(`
    select o.outcode, o.latitude, o.longitude, c.id as "councilId", coalesce(c.place_name, c.name) as council,
           c.sub_icb_id as "subIcbId", r.name as region
      from outcode o join area c on c.id = o.local_authority_id join area r on r.id = c.ons_region_id
     where c.valid_to is null order by o.outcode collate "C"`);
  const ground = { regions: new Map<string, District[]>(), outcodes: new Map<number, string[]>() };
  for (const row of rows) {
    add(ground.regions, row.region, row);
    add(ground.outcodes, row.councilId, row.outcode);
  }
  return ground;
}

function add<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

export const anyRegion = (dice: Dice): string => byShare(dice, regions);

export const districtIn = (dice: Dice, { regions: of }: Ground, region: string): District =>
  dice.pick(certain(of.get(region)));
