import type { RegisterName } from "@/lib/registers/registers";

/** The registers as the support team knows them. */
export const registerLabels: Record<RegisterName, string> = {
  cqc: "CQC’s care directory",
  ratings: "CQC’s latest ratings",
  ods: "NHS organisations",
  postcodes: "Postcodes",
  organisations: "Areas and councils",
  boundaries: "Boundaries for maps",
  population: "Adults in each council’s area",
  pamms: "PAMMS ratings",
};

export const registerHints: Record<RegisterName, string> = {
  cqc: "“Care directory with filters” as .ods, .xlsx or .csv, or records of CQC’s API as .jsonl",
  ratings: "“Care directory with ratings” (Latest_ratings) as .ods, .xlsx or .csv",
  ods: "GP practices, trusts or hospital sites, as .csv or zipped",
  postcodes: "Code-Point Open, zipped or as .csv, or centres of sectors or districts",
  organisations: "Corrections to regions, boards, councils and resilience forums, as .csv",
  boundaries: "Shapes of one kind of area with ONS codes, in degrees, as .geojson or .topojson",
  population: "A table with the columns code, year and adults, as .csv, .xlsx or .ods",
  pamms: "A table with the columns Location ID, Rating, Assessed on and Report, as .csv, .xlsx or .ods",
};

export const isRegister = (text: string): text is RegisterName => Object.hasOwn(registerLabels, text);

/** A register's label; a name that is no longer known is its own label. */
export const registerLabel = (name: string): string => (isRegister(name) ? registerLabels[name] : name);
