import { createHash } from "node:crypto";
import type { PublicPlace } from "@/lib/capacity/open-feed/public-places";
import { placesFrom } from "@/lib/capacity/open-feed/read-places";
import { type Counted, freeMeans, type PlaceService, servicesOf } from "./counted";
import { feedLicence } from "./licence";

/** Always the same UUID for the same thing of the same place (RFC 9562, version 8), so that no table of them is kept. */
function uuidOf(...parts: (string | number)[]): string {
  const hash = createHash("sha256").update(parts.join("|")).digest("hex");
  const variant = ((parseInt(hash[16] ?? "0", 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join("-");
}

const unitOf = (unit: Counted["unit"]) => ({ id: uuidOf("unit", unit), name: unit });

const capacityOf = (place: PublicPlace, { code, label, unit, free, confirmedAt }: Counted) => ({
  id: uuidOf(place.id, "capacity", code),
  unit: unitOf(unit),
  available: free,
  description: `${label}. ${freeMeans}`,
  updated: confirmedAt,
});

function locationOf(place: PublicPlace) {
  const { id, name, register, registerId, latitude, longitude, address, town, postcode, telephone } = place;
  return {
    id: uuidOf(id, "location"),
    location_type: "physical",
    name,
    external_identifier: registerId,
    external_identifier_type: register.toUpperCase(),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
    addresses: [
      {
        id: uuidOf(id, "address"),
        ...{ address_1: address, city: town ?? "", state_province: "England", postal_code: postcode, country: "GB" },
        address_type: "physical",
      },
    ],
    ...(telephone !== null && { phones: [{ id: uuidOf(id, "phone"), number: telephone }] }),
  };
}

const serviceOf = (place: PublicPlace, { service, label, counted }: PlaceService) => ({
  id: uuidOf(place.id, "service", service),
  name: `${place.name}: ${label}`,
  status: "active",
  service_at_locations: [{ id: uuidOf(place.id, "service_at_location", service), location: locationOf(place) }],
  capacities: counted.filter(({ confirmedAt }) => confirmedAt !== null).map((each) => capacityOf(place, each)),
});

/**
 * A page of the open feed as services of the Human Services Data Specification 3.1 (Open Referral), each with its
 * `capacities`. It names no organisation: many providers bear a person's name.
 */
export async function placesInHsds(after: number, version: number) {
  const { page, next } = await placesFrom(after);
  const places = page.flatMap(({ place }) => (place ? [place] : []));
  const contents = places.flatMap((place) => servicesOf(place).map((service) => serviceOf(place, service)));
  return { hsds: "3.1", ...feedLicence, version, contents, next };
}
