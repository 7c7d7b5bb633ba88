import { type LocationKind, locationKinds, servicesOfKind } from "@/lib/access/kinds";

/** What CQC says of a location that decides which of our provider types it is. */
export interface DescribedLocation {
  careHome: boolean;
  beds: number;
  services: readonly string[];
  sector: string | null;
}

const rehabilitation = "Rehabilitation services";

/** The services that decide: a file that says nothing of one would turn its locations into something else. */
export const decidingServices: readonly string[] = locationKinds.flatMap(servicesOfKind);

/**
 * Which of our provider types a CQC location is: none, one or several, each with a return of its own.
 * CQC counts no beds for NHS and independent hospitals, so their rehabilitation counts as community beds; a care home's
 * beds are counted once, in the care home return. The mapping is our own decision.
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
