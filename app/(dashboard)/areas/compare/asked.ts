import { collectionOf, monthAsked } from "@/app/(dashboard)/areas/address";
import type { AddressParams } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { areasOfCodes } from "@/lib/reports/beside/areas-chosen";
import { fewestBeside, mostBeside, sideBySide, type SideBySide } from "@/lib/reports/beside/side-by-side";
import type { SeenArea } from "@/lib/reports/queries";
import { recent } from "@/lib/web/session";

/** The address at which areas stand side by side. */
export const comparePath = "/areas/compare";

/** The codes of the areas that an address names, each once. */
export const codesOf = ({ area }: AddressParams): string[] => [
  ...new Set([area ?? []].flat().filter((code) => code !== "")),
];

/** What an address asks to be shown side by side; `shown` is null while there are too few. */
export interface AskedBeside {
  areas: SeenArea[];
  /** More were named than can stand side by side: the first ones are taken. */
  tooMany: boolean;
  shown: SideBySide | null;
}

/** The areas side by side that an address names; null is "not found". Page and files share it. */
export const askedBeside = (user: User, params: AddressParams, now: Date): Promise<AskedBeside | null> =>
  recent(() => besideAt(user, params, now));

async function besideAt(user: User, params: AddressParams, now: Date): Promise<AskedBeside | null> {
  const codes = codesOf(params);
  const areas = await areasOfCodes(user, codes.slice(0, mostBeside));
  if (!areas) return null;
  const spread = params.spread;
  const wanted = {
    areas,
    collection: collectionOf(params),
    month: monthAsked(params),
    measures: [params.measure ?? []].flat(),
    spreadOf: typeof spread === "string" ? spread : undefined,
  };
  return {
    areas,
    tooMany: codes.length > mostBeside,
    shown: areas.length >= fewestBeside ? await sideBySide(user, wanted, now) : null,
  };
}
