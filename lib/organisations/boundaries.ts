import type { MultiPolygon, Polygon } from "geojson";
import { db, type Prisma } from "@/lib/db";

/** What can be drawn on a map: a kind of area, or the districts within counties. */
export type BoundaryLayer = Prisma.BoundaryGetPayload<object>["layer"];

/** The shape of an area in degrees; rings are wound as d3-geo draws them. */
export interface Boundary {
  code: string;
  name: string;
  /** The organisation of ours whose shape it is; null for a district within a county. */
  areaId: number | null;
  geometry: Polygon | MultiPolygon;
  /** Codes of those it shares a border with. */
  neighbours: string[];
}

/** The shapes of a layer as it is on that day, by name; empty until boundaries are imported. Everyone may know them. */
export async function boundaries(layer: BoundaryLayer, day: Date): Promise<Boundary[]> {
  const rows = await db.boundary.findMany({
    where: { layer, OR: [{ area: null }, { area: { OR: [{ validTo: null }, { validTo: { gte: day } }] } }] },
    select: { code: true, name: true, areaId: true, geometry: true, neighbours: true },
    orderBy: [{ name: "asc" }, { code: "asc" }, { merged: "desc" }],
    distinct: ["name", "code"],
  });
  return rows.map((row) => ({ ...row, geometry: row.geometry as unknown as Boundary["geometry"] }));
}
