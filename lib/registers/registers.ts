import type { Actor } from "@/lib/db";
import { importBoundaries } from "./boundaries/import-boundaries";
import { importOrganisations } from "./corrections/import-organisations";
import type { ImportAsked } from "./import/run-import";
import type { ImportReport } from "./import/tally";
import { importPostcodes } from "./postcodes/import-postcodes";
import { importPopulation } from "./population/import-population";
import type { Outcome } from "@/lib/outcome";
import { importCqc } from "./cqc/import-cqc";
import { importRatings } from "./cqc/import-ratings";
import { importOds } from "./ods/import-ods";
import { importPamms } from "./pamms/import-pamms";

export type RegisterName =
  "cqc" | "ratings" | "ods" | "postcodes" | "organisations" | "boundaries" | "population" | "pamms";

/** The registers that can be imported, by the name of their command. */
export const registers: Record<RegisterName, (actor: Actor, asked: ImportAsked) => Promise<Outcome<ImportReport>>> = {
  cqc: importCqc,
  ratings: importRatings,
  ods: importOds,
  postcodes: importPostcodes,
  organisations: importOrganisations,
  boundaries: importBoundaries,
  population: importPopulation,
  pamms: importPamms,
};
