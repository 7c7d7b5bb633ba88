import type { Prisma, Transaction } from "@/lib/db";
import type { BoundaryLayer } from "@/lib/organisations/boundaries";
import type { BoundaryInFile } from "./read-boundaries";

/** A shape and its area. Districts within counties have none. */
export interface PlacedBoundary extends BoundaryInFile {
  area: Prisma.AreaGetPayload<object> | null;
  /** The area's own code, under which the shape is kept here. */
  ownCode: string;
  by: "code" | "former code" | "name" | null;
}

/** Finds each shape's area by its code, by one of the area's former codes, or by its name if the code is different. */
export async function findAreas(
  tx: Transaction,
  layer: BoundaryLayer,
  boundaries: readonly BoundaryInFile[],
): Promise<PlacedBoundary[]> {
  const areas = await tx.area.findMany({ where: { kind: layer === "district" ? "local_authority" : layer } });
  const own = new Map(areas.map((area) => [area.onsCode, area]));
  const former = new Map(areas.flatMap((area) => area.formerCodes.map((code) => [code, area] as const)));
  const named = new Map(layer === "district" ? [] : areas.map((area) => [folded(area.name), area]));
  return boundaries.map((boundary) => {
    const ways = [
      ["code", own.get(boundary.code)],
      ["former code", former.get(boundary.code)],
      ["name", named.get(folded(boundary.name))],
    ] as const;
    const [by, area] = ways.find(([, found]) => found !== undefined) ?? [null, null];
    return { ...boundary, area: area ?? null, ownCode: area?.onsCode ?? boundary.code, by };
  });
}

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z]/g, "");
