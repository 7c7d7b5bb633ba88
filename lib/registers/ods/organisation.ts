import type { AreaCodes } from "@/lib/registers/area-codes";
import type { Tally } from "@/lib/registers/import/tally";
import { dayInCell, type Row } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";
import type { Field } from "@/lib/registers/cqc/fields";
import { readFields } from "@/lib/registers/cqc/values";
import type { IncomingLocation, IncomingProvider } from "@/lib/registers/incoming/incoming";
import { isOdsCode, type OdsField, type OdsLayout, type Recognised } from "./layouts";

const fields = {
  code: { kind: "text", needed: true },
  name: { kind: "text", needed: true },
  grouping: { kind: "text" },
  address1: { kind: "text" },
  address2: { kind: "text" },
  address3: { kind: "text" },
  address4: { kind: "text" },
  town: { kind: "text" },
  county: { kind: "text" },
  postcode: { kind: "postcode" },
  opened: { kind: "date" },
  closed: { kind: "date" },
  status: { kind: "text" },
  parent: { kind: "text" },
  parentName: { kind: "text" },
  subIcb: { kind: "text" },
  telephone: { kind: "telephone" },
  setting: { kind: "text" },
  sector: { kind: "text" },
  latitude: { kind: "latitude" },
  longitude: { kind: "longitude" },
  councilCode: { kind: "text" },
} as const satisfies Record<OdsField, Field>;

/** The prescribing setting that marks a GP practice. */
const gpPractice = "4";

/** One line of an NHS file. */
export interface Organisation {
  line: number;
  code: string;
  name: string;
  /** Why we leave it out, or null. */
  notKept(): string | null;
  asProvider(trusts: boolean, parents: Set<string>, today: string): IncomingProvider[];
  asLocation(holds: OdsLayout["holds"], areas: AreaCodes, today: string, tally: Tally): IncomingLocation;
}

/** Reads a line. Dates are given as 20261031, names in capitals. */
export function organisation(row: Row, { layout, where, columns }: Recognised, file: string): Organisation {
  const { line } = row;
  const at = (field: OdsField) => ({ file, line, column: layout.at[field] ?? field });
  if (row.cells.length !== columns)
    throw unreadableFile(
      { file, line },
      `this line has ${row.cells.length} values where the others have ${columns}. The file may not be whole: download it again.`,
    );
  const cell = (field: OdsField) => row.cells[where.get(field) ?? -1] ?? "";
  const text = (field: OdsField) =>
    fields[field].kind === "date" ? withDashes(dayInCell(row, cell(field))) : cell(field);
  const read = readFields(fields, text, at);
  if (!isOdsCode(read.code ?? ""))
    throw unreadableFile(at("code"), `“${cell("code").slice(0, 40)}” is not the code of an NHS organisation.`);
  if (read.status !== null && !/^[ACDP]$/.test(read.status) && where.has("status"))
    throw unreadableFile(at("status"), `“${read.status.slice(0, 40)}” is neither A, C, D nor P.`);
  const { code, name } = { code: read.code ?? "", name: read.name ?? "" };
  const closedOn = (today: string) => read.closed ?? (read.status === "C" ? today : null);
  const address = [read.address1, read.address2, read.address3, read.address4].filter((each) => each !== null);
  const subIcb = (areas: AreaCodes, tally: Tally): number | null => {
    const found = read.subIcb === null ? null : areas.subIcb(read.subIcb);
    if (read.subIcb !== null && found === null && read.closed === null && read.status !== "C")
      tally.notice("unknown Sub ICB, placed by council", () => `line ${line}: ${name}, ${read.subIcb ?? ""}`);
    return found;
  };
  const provider = (id: string, called: string | null, own: boolean, today: string): IncomingProvider => ({
    line,
    register: "ods",
    register_id: id,
    name: called ?? id,
    described: called !== null && own,
    brand_id: null,
    brand_name: null,
    ownership: null,
    ods_code: id,
    address_lines: own ? [...address, read.town, read.county].filter((each) => each !== null) : [],
    postcode: own ? read.postcode : null,
    telephone: own ? read.telephone : null,
    website: null,
    registered_on: own ? read.opened : null,
    deregistered_on: own ? closedOn(today) : null,
  });
  return {
    line,
    code,
    name,
    notKept: () => {
      if (read.grouping !== null && !read.grouping.startsWith("Y")) return "outside England";
      if (where.has("setting") && read.setting !== gpPractice) return "prescribes, but is not a GP practice";
      if (read.status === "P") return "proposed, not open yet";
      if (read.sector !== null && read.sector !== "NHS Sector") return "site outside the NHS";
      return null;
    },
    asProvider: (trusts, parents, today) => {
      if (trusts || !where.has("parent")) return [provider(code, name, true, today)];
      const parent = read.parent ?? code;
      if (parents.has(parent)) return [];
      parents.add(parent);
      return [provider(parent, read.parentName, false, today)];
    },
    asLocation: (holds, areas, today, tally) => ({
      ...nothingMore,
      line,
      register: "ods",
      register_id: code,
      provider_code: where.has("parent") ? (read.parent ?? code) : code,
      name,
      types: [holds === "practices" ? "gp" : "nhs_acute"],
      address_lines: address,
      town: read.town,
      county: read.county,
      postcode: read.postcode ?? "",
      latitude: read.latitude,
      longitude: read.longitude,
      local_authority_id: read.councilCode === null ? null : areas.councilCode(read.councilCode),
      sub_icb_id: subIcb(areas, tally),
      ods_code: code,
      telephone: read.telephone,
      sector: holds === "practices" ? "GP practice" : "NHS site",
      registered_on: read.opened,
      deregistered_on: closedOn(today),
      dormant: read.status === "D",
    }),
  };
}

const withDashes = (date: string): string => date.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");

const nothingMore = {
  uprn: null,
  website: null,
  care_home: false,
  beds: 0,
  services: [],
  specialisms: [],
  activities: [],
  user_bands: [],
  inspection_category: null,
  overall_rating: null,
  rated_on: null,
  rating_inherited: null,
  report_uri: null,
  dormant_from: null,
  dual_primary_id: null,
  dual_with: null,
  predecessors: [],
  successors: [],
};
