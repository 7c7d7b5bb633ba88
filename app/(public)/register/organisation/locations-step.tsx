import { headers } from "next/headers";
import { InsetText } from "@/components/ui";
import { isAskedAboutFinding, isLocationKind } from "@/lib/access/kinds";
import { requestFactsOf } from "@/lib/web/request-facts";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { locationSearch } from "@/lib/locations/search-queries";
import { limited } from "@/lib/web/rate-limit";
import { chosenPlaces } from "@/lib/registrations/draft-queries";
import { chooseLocations } from "./actions";
import { LocationsForm } from "./locations-form";
import type { OrganisationStepProps } from "./step-props";

/** Choosing places: found by postcode or name, several, kept while one looks for more. How often one searches is limited. */
export async function LocationsStep({ draft, kind }: OrganisationStepProps) {
  const chosen = await chosenPlaces(draft.locationIds ?? [], now());
  const search = draft.search ?? "";
  const tooOften = search === "" ? null : await limited("search", requestFactsOf(await headers()).address);
  const result =
    search === "" || tooOften ? null : await locationSearch(search, isLocationKind(kind) ? [kind] : [], 50);
  return (
    <>
      {tooOften && <InsetText>{tooOften.message}</InsetText>}
      <LocationsForm
        action={chooseLocations}
        type={kind}
        chosen={chosen}
        search={search}
        result={result}
        limit={env().REGISTRATION_LOCATIONS_LIMIT}
        finding={isAskedAboutFinding(kind) ? (draft.findsCapacity ?? false) : null}
      />
    </>
  );
}
