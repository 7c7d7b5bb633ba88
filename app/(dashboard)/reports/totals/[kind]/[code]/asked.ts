import { collectionOf, monthAsked } from "@/app/(dashboard)/areas/address";
import type { AddressParams } from "@/components/tables";
import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import { areaKindFromAddress } from "@/lib/organisations/area-address";
import type { MandatedCollection, SeenArea } from "@/lib/reports/owing";
import { type AreaTotals, areasTotalledWithin, areaTotalled, totalsShown } from "@/lib/reports/totals/queries";
import { recent } from "@/lib/web/session";

/** The totals that an address asks for. Page and file share it. */
export interface AskedTotals {
  area: SeenArea;
  collection: MandatedCollection;
  /** The windows that were worked out, newest first, and the one shown. */
  months: Month[];
  month: Month | undefined;
  own: AreaTotals[];
  within: AreaTotals[];
}

const monthsBack = 12;

/** Null is "not found": an area whose totals this person may not see. */
export const askedTotals = (user: User, place: Place, params: AddressParams): Promise<AskedTotals | null> =>
  recent(() => totalsAt(user, place, params));

type Place = { kind: string; code: string };

async function totalsAt(user: User, { kind, code }: Place, params: AddressParams): Promise<AskedTotals | null> {
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaTotalled(user, areaKind, code));
  if (!area) return null;
  const collection = collectionOf(params);
  const inside = await areasTotalledWithin(user, area);
  const all = await totalsShown(user, [area, ...inside], collection, monthsBack);
  const own = all.filter((one) => one.area.id === area.id);
  const months = [...new Set(all.map(({ month }) => month))];
  const month = months.find((one) => one === monthAsked(params)) ?? months[0];
  return { area, collection, months, month, own, within: all.filter((one) => one.area.id !== area.id) };
}
