import type { AreaKind, User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { areaLabel } from "@/lib/organisations/area-label";
import { boundaries } from "@/lib/organisations/boundaries";
import type { SeenArea } from "@/lib/reports/owing";
import { type AreaFacts, factsOfKind, type FactKey } from "./area-facts";
import { seenAmong } from "./areas-chosen";
import { peersOf } from "./peers";

/** An area to compare with. Its facts are public; whether its figures may be seen is `isSeen`. */
export interface PeerChoice extends SeenArea {
  facts: AreaFacts | undefined;
  isSeen: boolean;
}

/** An area beside those that are most like it, and those that it shares a border with. */
export interface PeerChoices {
  own: AreaFacts | undefined;
  peers: PeerChoice[];
  neighbours: PeerChoice[];
  /** No boundaries of this kind of area were imported, so that its neighbours are not known. */
  noBoundaries: boolean;
}

const mostPeers = 11;

/** The areas to compare an area with: its peers by these facts, and its neighbours. For people who may see the area. */
export async function peerChoices(user: User, area: SeenArea, by: readonly FactKey[], now: Date): Promise<PeerChoices> {
  const [facts, shapes, live] = await Promise.all([
    factsOfKind(area.kind),
    area.kind === "country" ? [] : boundaries(area.kind, now),
    liveAreas(area.kind, now),
  ]);
  const beside = new Set(shapes.find(({ areaId }) => areaId === area.id)?.neighbours);
  const bordering = shapes.flatMap(({ areaId, code }) => (areaId !== null && beside.has(code) ? [areaId] : []));
  const alive = new Map([...facts].filter(([id]) => id === area.id || live.has(id)));
  const peers = peersOf(area.id, alive, by, mostPeers).map(({ id }) => id);
  const seen = await seenAmong(user, [...peers, ...bordering]);
  const choice = (id: number): PeerChoice[] => {
    const named = live.get(id);
    return named ? [{ ...named, facts: facts.get(id), isSeen: seen.has(id) }] : [];
  };
  return {
    own: facts.get(area.id),
    peers: peers.flatMap(choice),
    neighbours: bordering.flatMap(choice).sort((one, other) => one.name.localeCompare(other.name, "en-GB")),
    noBoundaries: shapes.length === 0,
  };
}

async function liveAreas(kind: AreaKind, day: Date): Promise<ReadonlyMap<number, SeenArea>> {
  const rows = await db.area.findMany({
    where: { kind, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    select: { id: true, kind: true, onsCode: true, name: true, placeName: true },
  });
  return new Map(
    rows.map(({ onsCode, placeName, name, ...row }) => [
      row.id,
      { ...row, code: onsCode, name: areaLabel(name, placeName) },
    ]),
  );
}
