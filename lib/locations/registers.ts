import type { Actor } from "../db";
import { importOrganisations } from "../organisations/corrections/import-organisations";
import type { ImportAsked } from "../organisations/import/run-import";
import type { ImportReport } from "../organisations/import/tally";
import { importPostcodes } from "../organisations/postcodes/import-postcodes";
import type { Outcome } from "../outcome";
import { importCqc } from "./cqc/import-cqc";
import { importOds } from "./ods/import-ods";

export type RegisterName = "cqc" | "ods" | "postcodes" | "organisations";

/** The registers that can be imported, by the name of their command. */
export const registers: Record<RegisterName, (actor: Actor, asked: ImportAsked) => Promise<Outcome<ImportReport>>> = {
  cqc: importCqc,
  ods: importOds,
  postcodes: importPostcodes,
  organisations: importOrganisations,
};
