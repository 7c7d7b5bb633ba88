import { type FittedMap, fittedMap } from "@/components/map";
import type { Params } from "@/lib/capacity/criteria";
import { keptFor } from "@/lib/kept-for";
import { dayOf } from "@/lib/london";
import { boundaries } from "@/lib/organisations/boundaries";
import { type Region, regionsOfEngland } from "@/lib/organisations/regions";

/** What can be chosen before anything is looked for: the regions of England, or the councils of one. */
export interface ChoiceOfAreas {
  /** Null: all of England. */
  region: Region | null;
  areas: readonly { code: string; name: string }[];
  /** Null until boundaries are imported: then there is the list alone. */
  map: FittedMap | null;
}

interface England {
  regions: Region[];
  map: FittedMap | null;
  /** By the code of the region. */
  maps: ReadonlyMap<string, FittedMap | null>;
}

/** What the address has chosen so far. Read and worked out once in ten minutes. */
export async function choiceOfAreas({ region: asked }: Params, now: Date): Promise<ChoiceOfAreas> {
  const { regions, map, maps } = await england("all", now);
  const region = regions.find(({ code }) => code === asked) ?? null;
  return region
    ? { region, areas: region.councils, map: maps.get(region.code) ?? null }
    : { region, areas: regions, map };
}

const england = keptFor(10 * 60_000, async (_: "all", now): Promise<England> => {
  const day = new Date(dayOf(now));
  const [regions, outlines, councils] = await Promise.all([
    regionsOfEngland(day),
    boundaries("ons_region", day),
    boundaries("local_authority", day),
  ]);
  const within = (region: Region) => new Set(region.councils.map(({ code }) => code));
  const maps = regions.map((region) => {
    const codes = within(region);
    return [region.code, fittedMap(councils.filter(({ code }) => codes.has(code)))] as const;
  });
  return { regions, map: fittedMap(outlines), maps: new Map(maps) };
});
