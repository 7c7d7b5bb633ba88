import type { KeyScope } from "./key-scopes";

/** One thing that a system can ask or send. `sends` and `gives` name schemas of the description. */
export interface Operation {
  method: "get" | "post";
  path: string;
  /** What a key must be for; null: anyone may ask, without a key, while support publishes free places. */
  scope: KeyScope | null;
  summary: string;
  gives: string;
  sends?: string;
  /** What the address may say after its "?". */
  asks?: "before" | "after" | "since" | "month";
  /** What it is written in, where that is not JSON. */
  type?: string;
}

const location = "/locations/{location}";

/** Everything of version 1, in the order in which a system meets it. */
export const operations: readonly Operation[] = [
  { method: "get", path: "", scope: "read", summary: "What this key is and may do", gives: "Key" },
  { method: "get", path: "/windows", scope: "read", summary: "The reporting windows", gives: "Windows" },
  {
    method: "get",
    path: "/locations",
    scope: "read",
    summary: "The key’s locations, and what each is asked for",
    gives: "Locations",
    asks: "after",
  },
  {
    ...{ method: "get", path: `${location}/returns/{collection}`, scope: "read", gives: "Asked" },
    summary: "What a location is asked this month, as a JSON Schema, and its figures as they stand",
  },
  {
    ...{ method: "post", path: `${location}/returns/{collection}`, scope: "file", sends: "Return", gives: "Receipt" },
    summary: "File a return, a nil return, or that nothing has changed",
  },
  {
    method: "get",
    path: `${location}/beds`,
    scope: "read",
    summary: "The beds of a location as last stated",
    gives: "BedsAsStated",
  },
  {
    method: "post",
    path: `${location}/beds`,
    scope: "beds",
    summary: "Update the beds of a location",
    sends: "BedUpdate",
    gives: "Done",
  },
  {
    ...{ method: "post", path: `${location}/beds/confirmation`, scope: "beds", sends: "Confirmation", gives: "Done" },
    summary: "Confirm that the beds and vacancies are still right",
  },
  {
    method: "get",
    path: "/receipts",
    scope: "read",
    summary: "Receipts, newest first, a hundred at a time",
    gives: "Receipts",
    asks: "before",
  },
  {
    method: "get",
    path: "/receipts/{reference}",
    scope: "read",
    summary: "One receipt, with what was filed",
    gives: "ReceiptInFull",
  },
  { method: "get", path: "/areas", scope: "read", summary: "The areas whose totals the key can read", gives: "Areas" },
  {
    ...{ method: "get", path: "/areas/{kind}/{code}", scope: "read", gives: "AreaSums", asks: "month" },
    summary: "The measures of an area in a month, as on its dashboard",
  },
  {
    ...{ method: "get", path: "/places", scope: null, gives: "Places", asks: "after" },
    summary: "Open data: free places, some hundreds at a time",
  },
  {
    ...{ method: "get", path: "/places/changes", scope: null, gives: "PlaceChanges", asks: "since" },
    summary: "Open data: what has changed and what has gone since a version",
  },
  {
    ...{ method: "get", path: "/places.csv", scope: null, gives: "PlacesInCsv", type: "text/csv" },
    summary: "Open data: free places as CSV",
  },
  {
    ...{ method: "get", path: "/places/fhir", scope: null, gives: "PlacesInFhir", asks: "after" },
    ...{ summary: "Open data: free places as FHIR R4 Bundles", type: "application/fhir+json" },
  },
  {
    ...{ method: "get", path: "/places/hsds", scope: null, gives: "PlacesInHsds", asks: "after" },
    summary: "Open data: free places as HSDS services with their capacities",
  },
];
