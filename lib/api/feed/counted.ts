import { type PublicPlace } from "@/lib/capacity/open-feed/public-places";
import { countsHours, type Service, serviceWords } from "@/lib/capacity/services";
import { instantSaid } from "./instant-said";

/** One thing that a service counts: what of, how many are free, and when that was confirmed. */
export interface Counted {
  code: string;
  label: string;
  unit: "bed" | "hour a week";
  free: number;
  confirmedAt: string | null;
}

/** One service of a place, with what it has free. */
export interface PlaceService {
  service: Service;
  label: string;
  counted: Counted[];
}

/** What "free" means, wherever the feed says how many there are. */
export const freeMeans =
  "How many could be offered today. Beds that are empty and cannot be filled, or are promised to someone, are not free; nor is any while the home or the type of bed is closed to admissions.";

/** The services of a place. Beds are said with the first that has beds, so that none is counted twice. */
export function servicesOf(place: PublicPlace): PlaceService[] {
  const beds = (place.beds ?? []).map(({ key, label, free }): Counted => ({
    ...{ code: key, label, unit: "bed", free },
    confirmedAt: instantSaid(place.bedsConfirmedAt),
  }));
  const hours: Counted[] =
    place.hoursFree === null
      ? []
      : [
          {
            ...{ code: "home_care", label: "Home care", unit: "hour a week", free: place.hoursFree },
            confirmedAt: instantSaid(place.hoursConfirmedAt),
          },
        ];
  const first = place.services.find((service) => !countsHours(service));
  return place.services.map((service) => ({
    service,
    label: serviceWords[service].label,
    counted: countsHours(service) ? hours : service === first ? beds : [],
  }));
}
