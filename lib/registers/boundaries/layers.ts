import type { BoundaryLayer } from "@/lib/organisations/boundaries";

/** How ONS codes begin for each kind of area. A file of councils counts as districts if it contains any. */
const layers: Partial<Record<string, BoundaryLayer>> = {
  E40: "nhs_region",
  E12: "ons_region",
  E54: "icb",
  E38: "sub_icb",
  E48: "lrf",
  E06: "local_authority",
  E08: "local_authority",
  E09: "local_authority",
  E10: "local_authority",
  E07: "district",
};

/** The layer to which areas with these codes belong; null if they belong to several, or to none that we draw. */
export function layerOf(codes: readonly string[]): BoundaryLayer | null {
  const found = new Set(codes.map((code) => layers[code.slice(0, 3)]));
  if (found.has("district") && !codes.some((code) => code.startsWith("E10"))) found.delete("local_authority");
  const [layer] = found;
  return found.size === 1 ? (layer ?? null) : null;
}

/** The names that people use for the layers. */
export const layerLabels: Record<BoundaryLayer, string> = {
  nhs_region: "NHS regions",
  ons_region: "regions",
  icb: "integrated care boards",
  sub_icb: "Sub ICB locations",
  lrf: "local resilience forums",
  local_authority: "upper-tier councils",
  district: "lower-tier councils",
};
