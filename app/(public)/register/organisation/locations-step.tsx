import { isAskedAboutFinding } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { locationSearch } from "@/lib/locations/search-queries";
import { chosenPlaces } from "@/lib/registrations/draft-queries";
import { chooseLocations } from "./actions";
import { LocationsForm } from "./locations-form";
import type { Asked } from "./page";

/** Choosing places: found by postcode or name, several, kept while one looks for more. */
export async function LocationsStep({ draft, kind }: Asked) {
  const chosen = await chosenPlaces(draft.locationIds ?? [], now());
  const search = draft.search ?? "";
  const result = search === "" ? null : await locationSearch(search, [kind as "care_home"], 50);
  return (
    <LocationsForm
      action={chooseLocations}
      type={kind}
      chosen={chosen}
      search={search}
      result={result}
      limit={env().REGISTRATION_LOCATIONS_LIMIT}
      finding={isAskedAboutFinding(kind) ? (draft.findsCapacity ?? false) : null}
    />
  );
}
