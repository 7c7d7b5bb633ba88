import { placesInFhir } from "@/lib/api/feed/as-fhir";
import { openRead } from "@/lib/web/open-route";

/** The open feed as FHIR R4 Bundles, each with a link to the next. */
export const GET = openRead({
  type: "application/fhir+json; charset=utf-8",
  from: { name: "after", needed: false },
  say: ({ from, version }) => placesInFhir(from, version),
});
