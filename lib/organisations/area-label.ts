import type { AreaKind } from "@/lib/access/user";

/** An area's name with what people call the place, where that is not in the name already. */
export const areaLabel = (name: string, placeName: string | null): string =>
  placeName === null || name.includes(placeName) ? name : `${name} ${placeName}`;

/** What several areas of each kind are called, where they are listed. */
export const areaKindsInWords: Record<AreaKind, string> = {
  country: "Country",
  nhs_region: "NHS regions",
  ons_region: "ONS regions",
  icb: "Integrated care boards",
  sub_icb: "Sub ICBs",
  local_authority: "Councils",
  lrf: "Local resilience forums",
};
