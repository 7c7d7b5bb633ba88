import type { PublicPlace } from "@/lib/capacity/open-feed/public-places";
import { changesSince, placesFrom } from "@/lib/capacity/open-feed/read-places";
import { instantSaid } from "./instant-said";
import { feedLicence } from "./licence";

const placeSaid = (place: PublicPlace): PublicPlace => ({
  ...place,
  bedsConfirmedAt: instantSaid(place.bedsConfirmedAt),
  hoursConfirmedAt: instantSaid(place.hoursConfirmedAt),
});

/** A page of the places in the open feed. `version`: from where to ask for changes once all pages are read. */
export async function placesSaid(after: number, version: number) {
  const { page, next } = await placesFrom(after);
  return { ...feedLicence, version, places: page.flatMap(({ place }) => (place ? [placeSaid(place)] : [])), next };
}

/** What has changed in the open feed since a version, oldest first. `version`: what to ask from next; `more`: ask again at once. */
export async function placeChangesSaid(since: number, version: number) {
  const { page, next } = await changesSince(since);
  const changes = page.map(({ place, ...change }) => ({ ...change, place: place && placeSaid(place) }));
  return {
    ...feedLicence,
    changes,
    version: next ?? changes.at(-1)?.version ?? Math.max(since, version),
    more: next !== null,
  };
}
