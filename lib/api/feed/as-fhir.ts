import type { PublicPlace } from "@/lib/capacity/open-feed/public-places";
import { placesFrom } from "@/lib/capacity/open-feed/read-places";
import { env } from "@/lib/env";
import { type Counted, freeMeans, servicesOf } from "./counted";
import { feedLicence } from "./licence";

const base = () => `${env().APP_ORIGIN}/api/v1/places/fhir`;

/** The address that explains the extension. It is also its name. */
const capacityUrl = () => `${env().APP_ORIGIN}/developers#capacity`;

/** The systems in which the registers number their locations. */
const systemOf = ({ register }: PublicPlace): string =>
  register === "cqc"
    ? "https://www.cqc.org.uk/location"
    : register === "ods"
      ? "https://fhir.nhs.uk/Id/ods-organization-code"
      : `${env().APP_ORIGIN}/register`;

const without = (parts: object) =>
  Object.fromEntries(
    Object.entries(parts as Record<string, unknown>).filter(([, value]) => value !== null && value !== undefined),
  );

const locationOf = (place: PublicPlace) =>
  without({
    resourceType: "Location",
    id: `place-${place.id}`,
    identifier: [{ system: systemOf(place), value: place.registerId }],
    status: "active",
    name: place.name,
    mode: "instance",
    telecom: place.telephone === null ? null : [{ system: "phone", value: place.telephone, use: "work" }],
    address: without({
      ...{ use: "work", type: "physical", line: place.address === "" ? null : [place.address] },
      ...{ city: place.town, postalCode: place.postcode, country: "GB" },
    }),
    position:
      place.latitude === null || place.longitude === null
        ? null
        : { longitude: place.longitude, latitude: place.latitude },
  });

const capacityOf = ({ code, label, unit, free, confirmedAt }: Counted) => ({
  url: capacityUrl(),
  extension: [
    { url: "of", valueCoding: { system: `${env().APP_ORIGIN}/developers#bed-types`, code, display: label } },
    { url: "free", valueUnsignedInt: free },
    { url: "unit", valueString: unit },
    { url: "means", valueString: freeMeans },
    ...(confirmedAt === null ? [] : [{ url: "confirmed", valueDateTime: confirmedAt }]),
  ],
});

const serviceResources = (place: PublicPlace) =>
  servicesOf(place).map(({ service, label, counted }) => ({
    resourceType: "HealthcareService",
    id: `place-${place.id}-${service.replaceAll("_", "-")}`,
    ...(counted.length > 0 && { extension: counted.map(capacityOf) }),
    active: true,
    type: [
      { coding: [{ system: `${env().APP_ORIGIN}/developers#services`, code: service, display: label }], text: label },
    ],
    location: [{ reference: `Location/place-${place.id}` }],
    name: `${place.name}: ${label}`,
  }));

const entry = (resource: { resourceType: string; id: string }, mode: "match" | "include") => ({
  fullUrl: `${base()}/${resource.resourceType}/${resource.id}`,
  resource,
  search: { mode },
});

/**
 * A page of the open feed as a FHIR R4 Bundle: each place a Location, each kind of care that it gives a HealthcareService
 * with what is free in an extension, because R4 has no element for it.
 */
export async function placesInFhir(after: number, version: number) {
  const { page, next } = await placesFrom(after);
  const places = page.flatMap(({ place }) => (place ? [place] : []));
  const link = (relation: string, from: number) => ({ relation, url: `${base()}?after=${from}` });
  return {
    resourceType: "Bundle",
    meta: {
      versionId: String(version),
      tag: [{ system: feedLicence.licence, code: "OGL-UK-3.0", display: feedLicence.attribution }],
    },
    type: "searchset",
    link: [link("self", after), ...(next === null ? [] : [link("next", next)])],
    // FHIR has no empty lists.
    ...(places.length > 0 && {
      entry: places.flatMap((place) => [
        entry(locationOf(place) as { resourceType: string; id: string }, "match"),
        ...serviceResources(place).map((service) => entry(service, "include")),
      ]),
    }),
  };
}
