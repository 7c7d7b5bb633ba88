import { type MapShape, shapesOf } from "@/components/map";
import { dayOf } from "@/lib/london";
import { boundaries } from "@/lib/organisations/boundaries";

const longest = 10 * 60_000;
let kept: { until: number; shapes: Promise<MapShape[]> } | undefined;

/** The councils of England as they are drawn: read and worked out once in ten minutes. None until they are imported. */
export function councilShapes(now: Date): Promise<MapShape[]> {
  if (kept && now.getTime() < kept.until) return kept.shapes;
  const shapes = boundaries("local_authority", new Date(dayOf(now))).then(shapesOf);
  shapes.catch(() => (kept = undefined));
  kept = { until: now.getTime() + longest, shapes };
  return shapes;
}
