import type { Prisma, Transaction } from "@/lib/db";
import type { BoundaryLayer } from "@/lib/organisations/boundaries";
import { joinShapes, type CodedShape, type Geometry, type BorderedShape } from "./topology";

type Area = Prisma.AreaGetPayload<object>;

/** A shape that is in no file: its area, and how it was made. */
interface Merged extends BorderedShape {
  area: Area;
}

const withThoseBefore = { predecessors: { include: { before: { include: { successors: true } } } } } as const;
type Successions = Prisma.AreaGetPayload<{ include: typeof withThoseBefore }>[];

/** Which of today's areas got a shape, and which could not. */
interface TakenOver {
  made: Area[];
  without: Area[];
}

/**
 * Makes shapes for today's areas that are newer than the file. A board is put together from its Sub ICBs, and so are
 * all boards, so that borders meet; other areas are put together from the areas that they replaced entirely. Returns
 * those for which this is not possible.
 */
export async function takeOver(tx: Transaction, layer: BoundaryLayer, today: Date): Promise<TakenOver> {
  await tx.boundary.deleteMany({ where: { layer, merged: true } });
  if (layer === "district") return { made: [], without: [] };
  const areas: Successions = await tx.area.findMany({
    where: { kind: layer, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    include: withThoseBefore,
  });
  const drawn = await shapesOf(tx, layer);
  const missing = areas.filter(({ id }) => !drawn.has(id));
  if (missing.length === 0 || drawn.size === 0) return { made: [], without: [] };
  const ofParts = layer === "icb" ? await ofSubIcbs(tx, areas) : [];
  const shapes = ofParts.length > 0 ? ofParts : ofPredecessors(missing, drawn);
  await tx.boundary.createMany({
    data: shapes.map(({ area, geometry, ...shape }) => ({
      ...shape,
      layer,
      name: area.name,
      areaId: area.id,
      geometry: { ...geometry },
      merged: true,
    })),
  });
  const newer = new Set(missing.map(({ id }) => id));
  return {
    made: shapes.flatMap(({ area }) => (newer.has(area.id) ? area : [])),
    without: missing.filter(({ id }) => !shapes.some(({ area }) => area.id === id)),
  };
}

type Drawn = Map<number, CodedShape>;

async function shapesOf(tx: Transaction, layer: BoundaryLayer): Promise<Drawn> {
  const rows = await tx.boundary.findMany({ where: { layer, merged: false, areaId: { not: null } } });
  return new Map(
    rows.map(({ areaId, code, geometry }) => [areaId ?? 0, { code, geometry: geometry as unknown as Geometry }]),
  );
}

async function ofSubIcbs(tx: Transaction, boards: readonly Area[]): Promise<Merged[]> {
  const within = await tx.area.findMany({ where: { kind: "sub_icb", icbId: { not: null } } });
  return together(boards, await shapesOf(tx, "sub_icb"), ({ id }) =>
    within.filter(({ icbId }) => icbId === id).map((each) => each.id),
  );
}

/**
 * An area that replaced others entirely covers the same ground. If it took only part of another, we cannot tell which
 * part.
 */
function ofPredecessors(areas: Successions, drawn: Drawn): Merged[] {
  const whole = areas.filter(
    ({ predecessors }) => predecessors.length > 0 && predecessors.every(({ before }) => before.successors.length === 1),
  );
  return together(whole, drawn, (area) => area.predecessors.map(({ before }) => before.id));
}

function together<A extends Area>(areas: readonly A[], drawn: Drawn, partsOf: (area: A) => number[]): Merged[] {
  const parts = new Map(areas.map((area) => [area, partsOf(area).map((id) => drawn.get(id))]));
  const shapes = joinShapes([...drawn.values()]);
  const owner = new Map([...parts].flatMap(([area, each]) => each.map((part) => [part?.code, area.onsCode] as const)));
  return [...parts].flatMap(([area, found]) => {
    const codes = found.flatMap((part) => part?.code ?? []);
    if (codes.length === 0 || codes.length < found.length) return [];
    const beside = codes.flatMap((code) => shapes.neighbours(code)).map((code) => owner.get(code) ?? code);
    const neighbours = [...new Set(beside)].filter((code) => code !== area.onsCode).sort();
    return { area, code: area.onsCode, geometry: shapes.merged(codes), neighbours };
  });
}
