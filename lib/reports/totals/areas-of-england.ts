import { db } from "@/lib/db";
import type { LocationMonth } from "./month-of-locations";
import type { AreaOfLocations } from "./suppress";

/** Every area, with a way to say which locations of a month lie in each. */
export interface AreasOfEngland {
  /** The areas in which someone owed the month's return. */
  withMembers: (locations: readonly LocationMonth[]) => AreaOfLocations[];
}

/** The areas as they are, each knowing those above it: a council its regions and forum, a Sub ICB its board. */
export async function areasOfEngland(): Promise<AreasOfEngland> {
  const areas = await db.area.findMany({
    select: { id: true, kind: true, nhsRegionId: true, onsRegionId: true, lrfId: true, icbId: true },
  });
  const country = areas.find(({ kind }) => kind === "country")?.id ?? null;
  const above = new Map(
    areas.map(({ id, nhsRegionId, onsRegionId, lrfId, icbId, kind }) => [
      id,
      kind === "sub_icb" ? [id, icbId] : [id, nhsRegionId, onsRegionId, lrfId],
    ]),
  );
  return {
    withMembers(locations) {
      const members = new Map<number, number[]>();
      for (const [at, { councilId, subIcbId }] of locations.entries())
        for (const id of new Set([country, ...(above.get(councilId ?? 0) ?? []), ...(above.get(subIcbId ?? 0) ?? [])]))
          if (id !== null) push(members, id, at);
      return [...members].map(([id, at]) => ({ id, members: at }));
    },
  };
}

function push(members: Map<number, number[]>, id: number, at: number): void {
  const there = members.get(id);
  if (there) there.push(at);
  else members.set(id, [at]);
}
