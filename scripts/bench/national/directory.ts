import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { directoryColumns } from "./columns";

/** Numbers that look random and are the same each time. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Council = { name: string; ons_code: string; latitude: string; longitude: string; sub_icb: string; kind: string };

const areas = parse<Council>(readFileSync(path.join(__dirname, "../../../prisma/seed/reference/areas.csv")), {
  columns: true,
});
const councils = areas.filter(({ kind }) => kind === "local_authority");
const outcodes = parse<{ outcode: string; local_authority: string }>(
  readFileSync(path.join(__dirname, "../../../prisma/seed/reference/outcodes.csv")),
  {
    columns: true,
  },
);
const districts = new Map<string, string[]>();
for (const { outcode, local_authority } of outcodes)
  districts.set(local_authority, [...(districts.get(local_authority) ?? []), outcode]);

const trees = ["Oak", "Ash", "Elm", "Hazel", "Rowan", "Willow", "Cedar", "Holly", "Beech", "Birch", "Maple", "Alder"];
const ends = ["House", "Lodge", "Court", "Grange", "View", "Manor", "Care", "Support", "Homes", "Place"];

/**
 * Made-up lines of a national care directory, in the proportions that CQC published for July 2026: of 56,870 locations
 * 14,877 care homes and 14,381 home care agencies, 4,930 with supported living, 852 dual registrations, 1,005 dormant.
 */
export function* directoryLines(count: number, seed = 1): Generator<string[]> {
  const random = chance(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const at = new Map(directoryColumns.map((column, index) => [column, index]));
  for (let n = 0; n < count; n++) {
    const line = new Array<string>(directoryColumns.length).fill("");
    const set = (column: string, value: string) => (line[at.get(column) ?? -1] = value);
    const share = random();
    const careHome = share < 0.2616;
    const homeCare = !careHome && share < 0.5145;
    const council = pick(councils);
    const provider = 100_000_000 + Math.floor(random() * count * 0.6);
    const postcode = `${pick(districts.get(council.ons_code) ?? ["OL1"])} ${Math.floor(random() * 10)}${pick(["AA", "BB", "DD", "HJ", "LN", "PQ", "XY"])}`;
    const name = `${pick(trees)}${pick(["wood", "field", "brook", "ton", "dale", ""])} ${pick(ends)} ${n}`;
    const day = () =>
      `${String(1 + Math.floor(random() * 28)).padStart(2, "0")}/${String(1 + Math.floor(random() * 12)).padStart(2, "0")}/${2011 + Math.floor(random() * 15)}`;
    set("Location ID", `1-${200_000_000 + n}`);
    set("Location HSCA start date", day());
    set("Dormant (Y/N)", random() < 0.0177 ? "Y" : "N");
    set("Care home?", careHome ? "Y" : "N");
    set("Location Name", name);
    set("Location ODS Code", `V${n.toString(36).toUpperCase().padStart(4, "0")}`);
    set("Location Telephone Number", `01632 ${960_000 + Math.floor(random() * 999)}`);
    set("Registered manager", "Someone, Named");
    set("Location Web Address", `www.${name.toLowerCase().replaceAll(" ", "-")}.example`);
    set("Care homes beds", careHome ? String(Math.max(1, Math.round(4 + 50 * random() * random() * 1.6))) : "0");
    set(
      "Location Type/Sector",
      careHome || homeCare
        ? "Social Care Org"
        : pick([
            "Primary Medical Services",
            "Primary Dental Care",
            "Independent Healthcare Org",
            "NHS Healthcare Organisation",
          ]),
    );
    set("Location Inspection Directorate", careHome || homeCare ? "Adult social care" : "Primary medical services");
    set(
      "Location Primary Inspection Category",
      careHome ? "Residential social care" : homeCare ? "Community based adult social care services" : "Dentists",
    );
    if (random() < 0.9) {
      set(
        "Location Latest Overall Rating",
        pick(["Good", "Good", "Good", "Good", "Good", "Requires improvement", "Outstanding", "Inadequate"]),
      );
      set("Publication Date", day());
      set("Inherited Rating (Y/N)", random() < 0.1 ? "Y" : "N");
    }
    set("Location Region", "North West");
    set("Location NHS Region", "North West");
    set("Location Local Authority", council.name);
    set("Location ONSPD CCG Code", council.sub_icb);
    set("Location ONSPD CCG", "NHS place");
    set("Location Street Address", `${1 + Math.floor(random() * 300)} ${pick(trees)} Street`);
    set("Location Address Line 2", random() < 0.4 ? `${pick(trees)}field` : "");
    set("Location City", council.name);
    set("Location County", random() < 0.7 ? "Someshire" : "");
    set("Location Postal Code", postcode);
    set("Location PAF ID", String(10_000_000 + n));
    set("Location UPRN ID", String(100_000_000_000 + n));
    set("Location Latitude", (Number(council.latitude) + random() * 0.1 - 0.05).toFixed(6));
    set("Location Longitude", (Number(council.longitude) + random() * 0.1 - 0.05).toFixed(6));
    set("Location Parliamentary Constituency", "Some Constituency");
    set("Brand ID", random() < 0.2 ? `BD${provider % 900}` : "-");
    set("Brand Name", line[at.get("Brand ID") ?? -1] === "-" ? "-" : `BRAND Group ${provider % 900}`);
    set("Provider Companies House Number", String(provider).slice(1));
    set("Provider ID", `1-${provider}`);
    set("Provider Name", `${trees[provider % 12]} Care ${provider} Limited`);
    set("Provider HSCA start date", "01/10/2010");
    set("Provider Type/Sector", "Social Care Org");
    set("Provider Inspection Directorate", "Adult social care");
    set("Provider Ownership Type", "Organisation");
    set("Provider Telephone Number", "01632 960000");
    set("Provider Web Address", `www.provider-${provider}.example`);
    set("Provider Street Address", `${provider % 200} High Street`);
    set("Provider City", "Sometown");
    set("Provider Postal Code", "OL1 1AA");
    set("Provider Local Authority", "Oldham");
    set("Provider Region", "North West");
    set("Provider Latitude", "53.541100");
    set("Provider Longitude", "-2.111800");
    set("Provider Nominated Individual Name", "Someone Else");
    if (careHome) {
      set("Regulated activity - Accommodation for persons who require nursing or personal care", "Y");
      set(
        random() < 0.28
          ? "Service type - Care home service with nursing"
          : "Service type - Care home service without nursing",
        "Y",
      );
    } else if (homeCare) {
      set("Regulated activity - Personal care", "Y");
      set("Service type - Domiciliary care service", "Y");
      if (random() < 0.34) set("Service type - Supported living service", "Y");
      if (random() < 0.05) set("Service type - Extra Care housing services", "Y");
    } else
      set(
        pick([
          "Service type - Dental service",
          "Service type - Doctors consultation service",
          "Service type - Ambulance service",
        ]),
        "Y",
      );
    for (const band of ["Older People", "Dementia", "Physical Disability", "Younger Adults", "Mental Health"])
      if (random() < 0.5) set(`Service user band - ${band}`, "Y");
    if (careHome && n > 0 && random() < 0.03) {
      set("Location Dual Registered", "Dual Registration");
      set("Primary ID (Dual registration locations)", `1-${200_000_000 + n}`);
    }
    yield line;
  }
}
