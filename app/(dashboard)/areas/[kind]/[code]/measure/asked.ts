import { monthAsked, withinOf } from "@/app/(dashboard)/areas/address";
import { areaKindFromAddress } from "@/lib/organisations/area-address";
import { type Picture, picturesOf } from "@/app/(dashboard)/areas/pictures";
import { areaShapes } from "@/app/(dashboard)/areas/area-shapes";
import type { AddressParams } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { areaFamily, areasBeside } from "@/lib/reports/area-family";
import { type MeasureShown, measureShown } from "@/lib/reports/measure-page";
import { areaSeenBy } from "@/lib/reports/queries";
import { recent } from "@/lib/web/session";

type Place = { kind: string; code: string };
type Asked = { shown: MeasureShown; pictures: Picture[]; path: string } | null;

/** A measure of an area with its charts, as an address asks for it; null is "not found". Page and files share it. */
export const askedMeasure = (user: User, place: Place, params: AddressParams, now: Date): Promise<Asked> =>
  recent(() => measureAt(user, place, params, now));

async function measureAt(user: User, { kind, code }: Place, params: AddressParams, now: Date): Promise<Asked> {
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaSeenBy(user, areaKind, code));
  if (!area) return null;
  const family = await areaFamily(user, area, now);
  const within = withinOf(params, family.within) ?? (await areasBeside(user, area, family, now));
  const key = typeof params.of === "string" ? params.of : "care_home_responded";
  const asked = { key, area, family, ranked: within?.areas ?? [], month: monthAsked(params) };
  const shown = await measureShown(user, asked, now);
  if (!shown) return null;
  const shapes = within ? await areaShapes(within.kind, now) : [];
  return { shown, pictures: picturesOf(shown, shapes), path: `/areas/${kind}/${code}/measure` };
}
