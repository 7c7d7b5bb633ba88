import { type LocationKind, locationKinds, servicesOfKind } from "@/lib/access/kinds";

/** The facts from CQC that decide which of our provider types a location has. */
export interface DescribedLocation {
  careHome: boolean;
  beds: number;
  services: readonly string[];
  sector: string | null;
}

const rehabilitation = "Rehabilitation services";

/**
 * The services that decide the type. If a file has no column for one of them, locations would change type by mistake.
 */
export const decidingServices: readonly string[] = locationKinds.flatMap(servicesOfKind);

/**
 * Which of our provider types a CQC location has: none, one or several, each with its own return. CQC counts no beds
 * for NHS and independent hospitals, so their rehabilitation counts as community beds; a care home's beds are counted
 * once, in the care home return. The mapping is our own decision.
 */
export function typesOfLocation({ careHome, beds, services, sector }: DescribedLocation): LocationKind[] {
  const offers = (...names: string[]) => names.some((name) => services.includes(name));
  const nhs = sector === "NHS Healthcare Organisation";
  const hospital = nhs || sector === "Independent Healthcare Org";
  const more: Partial<Record<LocationKind, boolean>> = {
    care_home: careHome,
    community:
      !careHome && ((beds > 0 && offers(...servicesOfKind("community"))) || (hospital && offers(rehabilitation))),
    nhs_acute: nhs && offers(...servicesOfKind("nhs_acute")),
  };
  return locationKinds.filter((kind) => more[kind] ?? offers(...servicesOfKind(kind)));
}
