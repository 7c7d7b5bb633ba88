import { monthAsked, withinOf } from "@/app/(dashboard)/areas/address";
import { areaKindFromAddress } from "@/lib/organisations/area-address";
import { type Picture, picturesOf } from "@/app/(dashboard)/areas/pictures";
import { areaShapes } from "@/app/(dashboard)/areas/area-shapes";
import type { AddressParams } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { areaFamily, areasBeside } from "@/lib/reports/area-family";
import { type MeasureShown, measureShown } from "@/lib/reports/measure-page";
import { areaSeenBy } from "@/lib/reports/queries";

/** A measure of an area with its charts, as an address asks for it; null is "not found". Page and files share it. */
export async function askedMeasure(
  user: User,
  { kind, code }: { kind: string; code: string },
  params: AddressParams,
  now: Date,
): Promise<{ shown: MeasureShown; pictures: Picture[]; path: string } | null> {
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
