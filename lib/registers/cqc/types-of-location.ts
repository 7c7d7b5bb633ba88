import { type LocationKind, locationKinds } from "@/lib/access/kinds";

/** What CQC says of a location that decides which of our provider types it is. */
export interface DescribedLocation {
  careHome: boolean;
  beds: number;
  services: readonly string[];
  sector: string | null;
}

const homeCare = [
  "Domiciliary care service",
  "Extra Care housing services",
  "Supported living service",
  "Shared Lives",
];
const rehabilitation = "Rehabilitation services";
const communityBeds = [rehabilitation, "Community healthcare service"];
const overnight = "Acute services with overnight beds";
const substanceMisuse = "Residential substance misuse treatment and/or rehabilitation service";
const hospice = "Hospice services";

/** The services that decide: a file that says nothing of one would turn its locations into something else. */
export const decidingServices: readonly string[] = [...homeCare, ...communityBeds, overnight, substanceMisuse, hospice];

/**
 * Which of our provider types a CQC location is: none, one or several, each with a return of its own.
 * CQC counts no beds for NHS and independent hospitals, so their rehabilitation counts as community beds; a care home's
 * beds are counted once, in the care home return. The mapping is our own decision.
 */
export function typesOfLocation({ careHome, beds, services, sector }: DescribedLocation): LocationKind[] {
  const offers = (...names: string[]) => names.some((name) => services.includes(name));
  const nhs = sector === "NHS Healthcare Organisation";
  const hospital = nhs || sector === "Independent Healthcare Org";
  const is: Record<LocationKind, boolean> = {
    care_home: careHome,
    home_care: offers(...homeCare),
    hospice: offers(hospice),
    substance_misuse: offers(substanceMisuse),
    community: !careHome && ((beds > 0 && offers(...communityBeds)) || (hospital && offers(rehabilitation))),
    nhs_acute: nhs && offers(overnight),
    // General practices come from the NHS's register.
    gp: false,
  };
  return locationKinds.filter((kind) => is[kind]);
}
