/** How a CQC value is read, and what counts as impossible. */
export type FieldKind = "id" | "text" | "date" | "yesNo" | "beds" | "latitude" | "longitude" | "telephone" | "postcode";

export interface Field {
  /** Its heading in the "care directory with filters". */
  column?: string;
  /** Its key in a record of CQC's API. */
  api?: string;
  kind: FieldKind;
  /** Must not be blank. */
  needed?: true;
  /** Its column is in the files of closed locations but not in the monthly file. */
  mayLack?: true;
}

/**
 * Which column or key holds each fact about a location in CQC's files: the only place to change when CQC renames one.
 * We do not keep anything that is not listed here. `council`, `subIcb` and `dualWith` are only used to look up others.
 */
export const locationFields = {
  registerId: { column: "Location ID", api: "locationId", kind: "id", needed: true },
  registeredOn: { column: "Location HSCA start date", api: "registrationDate", kind: "date" },
  deregisteredOn: { column: "Location HSCA End Date", api: "deregistrationDate", kind: "date", mayLack: true },
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

/** Keys that every location record has: a record without one is not from CQC. */
export const keysOfEveryLocation = ["careHome", "registrationStatus", "gacServiceTypes"] as const;

/** The same for the provider: columns in a location's line, or keys in a provider's own record. */
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

/** Columns that are marked with a Y: we keep the words after these. */
export const tickedColumns = {
  activities: "Regulated activity - ",
  services: "Service type - ",
  userBands: "Service user band - ",
} as const;

/**
 * The columns of October 2026. We keep a new one and report it. If one that decides a provider type is missing, the
 * file is refused.
 */
export const tickedThatAreKnown: readonly string[] = [
  "Regulated activity - Accommodation for persons who require nursing or personal care",
  "Regulated activity - Accommodation for persons who require treatment for substance misuse",
  "Regulated activity - Assessment or medical treatment for persons detained under the Mental Health Act 1983",
  "Regulated activity - Diagnostic and screening procedures",
  "Regulated activity - Family planning",
  "Regulated activity - Management of supply of blood and blood derived products",
  "Regulated activity - Maternity and midwifery services",
  "Regulated activity - Nursing care",
  "Regulated activity - Personal care",
  "Regulated activity - Services in slimming clinics",
  "Regulated activity - Surgical procedures",
  "Regulated activity - Termination of pregnancies",
  "Regulated activity - Transport services, triage and medical advice provided remotely",
  "Regulated activity - Treatment of disease, disorder or injury",
  "Service type - Acute services with overnight beds",
  "Service type - Acute services without overnight beds / listed acute services with or without overnight beds",
  "Service type - Ambulance service",
  "Service type - Blood and Transplant service",
  "Service type - Care home service with nursing",
  "Service type - Care home service without nursing",
  "Service type - Community based services for people who misuse substances",
  "Service type - Community based services for people with a learning disability",
  "Service type - Community based services for people with mental health needs",
  "Service type - Community health care services - Independent Midwives",
  "Service type - Community health care services - Nurses Agency only",
  "Service type - Community healthcare service",
  "Service type - Dental service",
  "Service type - Diagnostic and/or screening service",
  "Service type - Diagnostic and/or screening service - single handed sessional providers",
  "Service type - Doctors consultation service",
  "Service type - Doctors treatment service",
  "Service type - Domiciliary care service",
  "Service type - Extra Care housing services",
  "Service type - Hospice services",
  "Service type - Hospice services at home",
  "Service type - Hospital services for people with mental health needs, learning disabilities and problems with substance misuse",
  "Service type - Hyperbaric Chamber",
  "Service type - Long term conditions services",
  "Service type - Mobile doctors service",
  "Service type - Prison Healthcare Services",
  "Service type - Rehabilitation services",
  "Service type - Remote clinical advice service",
  "Service type - Residential substance misuse treatment and/or rehabilitation service",
  "Service type - Shared Lives",
  "Service type - Specialist college service",
  "Service type - Supported living service",
  "Service type - Urgent care services",
  "Service user band - Children 0-18 years",
  "Service user band - Dementia",
  "Service user band - Learning disabilities or autistic spectrum disorder",
  "Service user band - Mental Health",
  "Service user band - Older People",
  "Service user band - People detained under the Mental Health Act",
  "Service user band - People who misuse drugs and alcohol",
  "Service user band - People with an eating disorder",
  "Service user band - Physical Disability",
  "Service user band - Sensory Impairment",
  "Service user band - Whole Population",
  "Service user band - Younger Adults",
];

/**
 * Columns that we know and ignore: names of people, facts that can be looked up, and facts that the service does not
 * need.
 */
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

/**
 * Which column holds each fact in CQC's file of latest ratings, which has a line for each service and domain of a
 * location.
 */
export const ratingFields = {
  registerId: { column: "Location ID", kind: "id", needed: true },
  name: { column: "Location Name", kind: "text" },
  group: { column: "Service / Population Group", kind: "text", needed: true },
  domain: { column: "Domain", kind: "text", needed: true },
  rating: { column: "Latest Rating", kind: "text" },
  reportedOn: { column: "Publication Date", kind: "date" },
  inherited: { column: "Inherited Rating (Y/N)", kind: "yesNo" },
  url: { column: "URL", kind: "text" },
} as const satisfies Record<string, Field>;

/** The sheet that links the two locations of a dual registration. */
export const dualFields = {
  registerId: "Location ID",
  linkedId: "Linked Organisation ID",
  primaryId: "Primary ID",
} as const;
