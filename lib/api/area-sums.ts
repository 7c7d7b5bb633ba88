import type { AreaKind, User } from "@/lib/access/user";
import { type Collection, mandatedCollections } from "@/lib/questions/collections";
import { areaKindsInWords } from "@/lib/organisations/area-label";
import { measured } from "@/lib/reports/measured";
import { measures } from "@/lib/reports/metrics";
import { areaSeenBy, ownAreas, type SeenArea } from "@/lib/reports/queries";
import { windowAsked } from "@/lib/reports/window-asked";

const areaSaid = ({ kind, code, name }: SeenArea) => ({ kind, code, name });

/** The areas that a key reads: those of its holder, with what names them. None for a key of locations. */
export const areasSaid = async (user: User) => ({ areas: (await ownAreas(user)).map(areaSaid) });

/**
 * What the dashboard of an area says of a month: who owed and who filed, and each measure with its two sums. `month` is
 * what was asked for, the newest window where nothing was. Null if they may not see the area, or no return was owed in
 * that month.
 */
export async function areaSumsSaid(user: User, kind: string, code: string, wanted: string | null, now: Date) {
  const area = Object.hasOwn(areaKindsInWords, kind) ? await areaSeenBy(user, kind as AreaKind, code) : null;
  if (!area) return null;
  const { month, isLatest } = await windowAsked(wanted, now, "short");
  if (wanted !== null && wanted !== month) return null;
  const found = await measured(user, { areas: [area], months: [month], measures }, now);
  const returns = (collection: Collection) => ({
    collection,
    ...reportedSaid(found.reported(area.id, month, collection)),
  });
  return {
    area: areaSaid(area),
    month,
    latest: isLatest,
    returns: mandatedCollections.map(returns),
    measures: measures.map((measure) => ({
      ...{ key: measure.key, label: measure.label, collection: measure.collection, unit: measure.unit },
      ...found.reading(area.id, month, measure),
    })),
  };
}

const reportedSaid = ({ due, filed, nil }: { due: number; filed: number; nil: number }) => ({ due, filed, nil });
