import { type MapShape, shapesOf } from "@/components/map";
import type { AreaKind } from "@/lib/access/user";
import { dayOf } from "@/lib/london";
import { boundaries } from "@/lib/organisations/boundaries";

const longest = 10 * 60_000;
const kept = new Map<AreaKind, { until: number; shapes: Promise<MapShape[]> }>();

/** The outlines of a kind of area: read and worked out once in ten minutes. None until boundaries are imported. */
export function areaShapes(kind: AreaKind, now: Date): Promise<MapShape[]> {
  if (kind === "country") return Promise.resolve([]);
  const known = kept.get(kind);
  if (known && now.getTime() < known.until) return known.shapes;
  const shapes = boundaries(kind, new Date(dayOf(now))).then(shapesOf);
  shapes.catch(() => kept.delete(kind));
  kept.set(kind, { until: now.getTime() + longest, shapes });
  return shapes;
}
