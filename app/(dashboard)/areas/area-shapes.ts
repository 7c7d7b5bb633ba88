import { type MapShape, shapesOf } from "@/components/map";
import type { AreaKind } from "@/lib/access/user";
import { keptFor } from "@/lib/kept-for";
import { dayOf } from "@/lib/london";
import { boundaries } from "@/lib/organisations/boundaries";

/** The outlines of a kind of area: read and worked out once in ten minutes. None until boundaries are imported. */
export const areaShapes = keptFor(10 * 60_000, async (kind: AreaKind, now): Promise<MapShape[]> =>
  kind === "country" ? [] : shapesOf(await boundaries(kind, new Date(dayOf(now)))),
);
