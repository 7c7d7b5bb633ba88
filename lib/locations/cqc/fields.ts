/** How a value of CQC's is read, and what makes it absurd. */
export type FieldKind = "id" | "text" | "date" | "yesNo" | "beds" | "latitude" | "longitude" | "telephone" | "postcode";

export interface Field {
  /** Its heading in the "care directory with filters". */
  column?: string;
  /** Its key in a record of CQC's API. */
  api?: string;
  kind: FieldKind;
  /** May never be blank. */
  needed?: true;
}

/**
 * Where each fact about a location stands in CQC's files: the one place to change when CQC renames a column or a key.
 * What is not here is not kept. `council`, `subIcb` and `dualWith` are looked up and not kept as they are.
 */
export const locationFields = {
  registerId: { column: "Location ID", api: "locationId", kind: "id", needed: true },
  registeredOn: { column: "Location HSCA start date", api: "registrationDate", kind: "date" },
  deregisteredOn: { api: "deregistrationDate", kind: "date" },
  status: { api: "registrationStatus", kind: "text" },
  dormant: { column: "Dormant (Y/N)", api: "dormancy", kind: "yesNo" },
  dormantFrom: { api: "dormancyStartDate", kind: "date" },
  careHome: { column: "Care home?", api: "careHome", kind: "yesNo" },
  name: { column: "Location Name", api: "name", kind: "text", needed: true },
  odsCode: { column: "Location ODS Code", api: "odsCode", kind: "text" },
  telephone: { column: "Location Telephone Number", api: "mainPhoneNumber", kind: "telephone" },
  website: { column: "Location Web Address", api: "website", kind: "text" },
  beds: { column: "Care homes beds", api: "numberOfBeds", kind: "beds" },
  sector: { column: "Location Type/Sector", api: "type", kind: "text" },
  inspectionCategory: { column: "Location Primary Inspection Category", kind: "text" },
  overallRating: { column: "Location Latest Overall Rating", kind: "text" },
  ratedOn: { column: "Publication Date", kind: "date" },
  ratingInherited: { column: "Inherited Rating (Y/N)", kind: "yesNo" },
  council: { column: "Location Local Authority", api: "localAuthority", kind: "text" },
  subIcb: { column: "Location ONSPD CCG Code", api: "onspdCcgCode", kind: "text" },
  address1: { column: "Location Street Address", api: "postalAddressLine1", kind: "text" },
  address2: { column: "Location Address Line 2", api: "postalAddressLine2", kind: "text" },
  town: { column: "Location City", api: "postalAddressTownCity", kind: "text" },
  county: { column: "Location County", api: "postalAddressCounty", kind: "text" },
  postcode: { column: "Location Postal Code", api: "postalCode", kind: "postcode" },
  uprn: { column: "Location UPRN ID", api: "uprn", kind: "text" },
  latitude: { column: "Location Latitude", api: "onspdLatitude", kind: "latitude" },
  longitude: { column: "Location Longitude", api: "onspdLongitude", kind: "longitude" },
  dual: { column: "Location Dual Registered", kind: "text" },
  dualPrimaryId: { column: "Primary ID (Dual registration locations)", kind: "text" },
} as const satisfies Record<string, Field>;

/** The same for the provider: columns of a location's line, or keys of a provider's own record. */
export const providerFields = {
  registerId: { column: "Provider ID", api: "providerId", kind: "id", needed: true },
  name: { column: "Provider Name", api: "name", kind: "text" },
  brandId: { column: "Brand ID", api: "brandId", kind: "text" },
  brandName: { column: "Brand Name", api: "brandName", kind: "text" },
  ownership: { column: "Provider Ownership Type", api: "ownershipType", kind: "text" },
  odsCode: { api: "odsCode", kind: "text" },
  registeredOn: { column: "Provider HSCA start date", api: "registrationDate", kind: "date" },
  deregisteredOn: { api: "deregistrationDate", kind: "date" },
  telephone: { column: "Provider Telephone Number", api: "mainPhoneNumber", kind: "telephone" },
  website: { column: "Provider Web Address", api: "website", kind: "text" },
  address1: { column: "Provider Street Address", api: "postalAddressLine1", kind: "text" },
  address2: { column: "Provider Address Line 2", api: "postalAddressLine2", kind: "text" },
  town: { column: "Provider City", api: "postalAddressTownCity", kind: "text" },
  county: { column: "Provider County", api: "postalAddressCounty", kind: "text" },
  postcode: { column: "Provider Postal Code", api: "postalCode", kind: "postcode" },
} as const satisfies Record<string, Field>;

/** Columns that are ticked with a Y: what follows the words is what is kept. */
export const tickedColumns = {
  activities: "Regulated activity - ",
  services: "Service type - ",
  userBands: "Service user band - ",
} as const;

/** How many of each there are in October 2026: more is a notice, none is another file. */
export const columnsThatWereKnown = 122;

/** Columns known and left alone: names of people, what can be looked up, and what the tracker has no use for. */
export const columnsNotKept: readonly string[] = [
  "Registered manager",
  "Provider Nominated Individual Name",
  "Provider Main Partner Name",
  "Location Inspection Directorate",
  "Location Region",
  "Location NHS Region",
  "Location ONSPD CCG",
  "Location Commissioning CCG Code",
  "Location Commissioning CCG",
  "Location PAF ID",
  "Location Parliamentary Constituency",
  "Provider Companies House Number",
  "Provider Charity Number",
  "Provider Type/Sector",
  "Provider Inspection Directorate",
  "Provider Primary Inspection Category",
  "Provider PAF ID",
  "Provider UPRN ID",
  "Provider Local Authority",
  "Provider Region",
  "Provider NHS Region",
  "Provider Latitude",
  "Provider Longitude",
  "Provider Parliamentary Constituency",
];

/** The sheet that links the two locations of a dual registration. */
export const dualFields = {
  registerId: "Location ID",
  linkedId: "Linked Organisation ID",
  primaryId: "Primary ID",
} as const;
