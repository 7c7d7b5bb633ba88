import type { Row } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";

/** What we read about an organisation in NHS files. */
export type OdsField =
  | "code"
  | "name"
  | "grouping"
  | "address1"
  | "address2"
  | "address3"
  | "address4"
  | "town"
  | "county"
  | "postcode"
  | "opened"
  | "closed"
  | "status"
  | "parent"
  | "parentName"
  | "subIcb"
  | "telephone"
  | "setting"
  | "sector"
  | "latitude"
  | "longitude"
  | "councilCode";

export interface OdsLayout {
  /** The kind of organisation in its lines. */
  holds: "practices" | "trusts" | "sites";
  /** The column of each field: its heading or, in a file without headings, its number counted from 1. */
  at: Partial<Record<OdsField, string | number>>;
  /** Columns that a file may also have. */
  mayHave?: Partial<Record<OdsField, string>>;
}

/** The columns that all NHS files of 27 columns share. These files have no headings. */
const plain = {
  code: 1,
  name: 2,
  grouping: 3,
  address1: 5,
  address2: 6,
  address3: 7,
  postcode: 10,
  opened: 11,
  closed: 12,
  telephone: 18,
} as const;
const plainColumns = 27;

/** epraccur, etr and ets, as the Organisation Data Service publishes them. */
const plainLayouts = {
  practices: { holds: "practices", at: { ...plain, town: 8, county: 9, status: 13, subIcb: 15, setting: 26 } },
  trusts: { holds: "trusts", at: { ...plain, town: 8, county: 9 } },
  sites: { holds: "sites", at: { ...plain, town: 8, county: 9, parent: 15 } },
} as const satisfies Record<string, OdsLayout>;

const headed = {
  code: "ods_code",
  name: "name",
  address1: "address_1",
  address2: "address_2",
  address3: "address_3",
  town: "town",
  county: "county",
  postcode: "postcode",
  latitude: "lat",
  longitude: "lon",
} as const;

/** The same with headings, as open-data sites prepare them. */
const headedLayouts: readonly OdsLayout[] = [
  {
    holds: "sites",
    at: { ...headed, sector: "sector", parent: "parent_ods", parentName: "parent_name" },
    mayHave: { opened: "open_date", closed: "close_date" },
  },
  {
    holds: "practices",
    at: {
      ...headed,
      grouping: "nhs_region_ods",
      subIcb: "sub_icb_ods",
      opened: "open_date",
      telephone: "phone",
      councilCode: "utla_code",
    },
    mayHave: { closed: "close_date" },
  },
  {
    holds: "trusts",
    at: { ...headed, grouping: "nhs_region_ods", opened: "open_date", closed: "close_date", councilCode: "utla_code" },
  },
];

const whichFile =
  "Choose epraccur, etr or ets of the NHS Organisation Data Service, or a list of practices, trusts or hospital sites.";

export const isOdsCode = (code: string): boolean => /^[A-Z0-9]{3,8}$/.test(code);

/** What the first line says about the file. */
export interface Recognised {
  layout: OdsLayout;
  /** The number of values that every line must have. */
  columns: number;
  hasHeading: boolean;
  /** The column of each field, counted from 0. */
  where: Map<OdsField, number>;
  /** Headings that we do not know. */
  unknown: string[];
}

/** Recognises the file by its first line. Refuses any other file, and one without a column that we need. */
export function recognised(first: Row, file: string): Recognised {
  const headings = first.cells.map((cell) => cell.trim().toLowerCase());
  const hasHeading = headings.some((heading) => /^(ods_code|postcode|lat)$/.test(heading));
  return hasHeading ? withHeadings(headings, first.line, file) : withoutHeadings(first, file);
}

function withHeadings(headings: string[], line: number, file: string): Recognised {
  const missingOf = (layout: OdsLayout) =>
    Object.values(layout.at).filter((heading) => !headings.includes(String(heading)));
  const ranked = headedLayouts
    .map((layout) => ({ layout, missing: missingOf(layout) }))
    .sort((a, b) => a.missing.length - b.missing.length);
  const best = ranked[0];
  if (!best || best.missing.length > 3)
    throw unreadableFile({ file, line }, `these are not the headings of a list we know. ${whichFile}`);
  if (best.missing.length > 0)
    throw unreadableFile(
      { file, line, column: String(best.missing[0]) },
      `this column is missing from the list of ${best.layout.holds}.`,
    );
  const twice = headings.find((heading, index) => heading !== "" && headings.indexOf(heading) !== index);
  if (twice !== undefined)
    throw unreadableFile({ file, line, column: twice }, "this column appears twice in the file.");
  const extra = Object.entries(best.layout.mayHave ?? {}).filter(([, heading]) => headings.includes(heading));
  const at: OdsLayout["at"] = { ...best.layout.at, ...Object.fromEntries(extra) };
  const known = new Set(
    [...Object.values(at), "icb_ods", "icb_ods_2026", "district_code", "gor_code", "status"].map(String),
  );
  const layout = { ...best.layout, at };
  const where = new Map(entries(layout).map(([field, heading]) => [field, headings.indexOf(String(heading))]));
  return {
    layout,
    columns: headings.length,
    hasHeading: true,
    where,
    unknown: headings.filter((heading) => !known.has(heading)),
  };
}

function withoutHeadings({ cells, line }: Row, file: string): Recognised {
  if (cells.length !== plainColumns)
    throw unreadableFile(
      { file, line },
      `this line has ${cells.length} values where the NHS's files have ${plainColumns}. ${whichFile}`,
    );
  const [code = "", parent = "", setting = ""] = [cells[0], cells[14], cells[25]];
  const holds = /^\d+$/.test(setting) ? "practices" : parent !== "" && code.startsWith(parent) ? "sites" : "trusts";
  if (!isOdsCode(code))
    throw unreadableFile(
      { file, line, column: 1 },
      `“${code.slice(0, 40)}” is not the code of an NHS organisation. ${whichFile}`,
    );
  const layout = plainLayouts[holds];
  const where = new Map(entries(layout).map(([field, number]) => [field, Number(number) - 1]));
  return { layout, columns: plainColumns, hasHeading: false, where, unknown: [] };
}

const entries = (layout: OdsLayout) => Object.entries(layout.at) as [OdsField, string | number][];
