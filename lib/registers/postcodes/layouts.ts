import type { Row } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";

export type PostcodeField =
  "key" | "quality" | "easting" | "northing" | "latitude" | "longitude" | "country" | "county" | "district";

export interface PostcodeLayout {
  holds: "postcodes" | "sectors" | "districts";
  /** The column of each field: its heading or, in a file without headings, its number counted from 1. */
  at: Partial<Record<PostcodeField, string | number>>;
}

/** Code-Point Open as Ordnance Survey publishes it: one file an area, ten columns without headings. */
const published = {
  holds: "postcodes",
  at: { key: 1, quality: 2, easting: 3, northing: 4, country: 5, county: 8, district: 9 },
} as const satisfies PostcodeLayout;
const publishedColumns = 10;

const headed: readonly PostcodeLayout[] = [
  {
    holds: "postcodes",
    at: {
      key: "postcode",
      quality: "pqi",
      latitude: "lat",
      longitude: "lon",
      county: "county_code",
      district: "district_code",
    },
  },
  {
    holds: "sectors",
    at: { key: "sector", latitude: "lat", longitude: "lon", country: "country_code", district: "main_district_code" },
  },
  {
    holds: "districts",
    at: { key: "outcode", latitude: "lat", longitude: "lon", country: "country_code", district: "main_district_code" },
  },
];

export interface RecognisedPostcodes {
  holds: PostcodeLayout["holds"];
  columns: number;
  hasHeading: boolean;
  where: Map<PostcodeField, number>;
  /** Headings that we do not know. */
  unknown: string[];
}

/** Columns that we know and ignore. */
const leftAlone = ["easting", "northing", "ward_code", "postcodes"];

const whichFile =
  "Choose Code-Point Open, as Ordnance Survey publishes it or with headings, or a file of sector or district centres.";

/** Recognises the file by its first line. Refuses any other file, and one without a column that we need. */
export function recognisedPostcodes(first: Row, file: string): RecognisedPostcodes {
  const { line } = first;
  const headings = first.cells.map((cell) => cell.trim().toLowerCase());
  const layout = headed.find(({ at }) => headings.includes(String(at.key)));
  if (layout) {
    const missing = Object.values(layout.at).find((heading) => !headings.includes(String(heading)));
    if (missing !== undefined) throw unreadableFile({ file, line, column: String(missing) }, "this column is missing.");
    const twice = headings.find((heading, index) => heading !== "" && headings.indexOf(heading) !== index);
    if (twice !== undefined)
      throw unreadableFile({ file, line, column: twice }, "this column appears twice in the file.");
    const known = [...Object.values(layout.at).map(String), ...leftAlone];
    return {
      holds: layout.holds,
      columns: headings.length,
      hasHeading: true,
      where: where(layout, (heading) => headings.indexOf(String(heading))),
      unknown: headings.filter((heading) => !known.includes(heading)),
    };
  }
  if (headings.includes("lat") || headings.includes("easting"))
    throw unreadableFile({ file, line, column: "postcode" }, "this column is missing.");
  if (first.cells.length !== publishedColumns)
    throw unreadableFile(
      { file, line },
      `this line has ${first.cells.length} values where Code-Point Open has ${publishedColumns}. ${whichFile}`,
    );
  return {
    holds: "postcodes",
    columns: publishedColumns,
    hasHeading: false,
    where: where(published, (number) => Number(number) - 1),
    unknown: [],
  };
}

const where = (layout: PostcodeLayout, index: (at: string | number) => number) =>
  new Map(Object.entries(layout.at).map(([field, at]) => [field as PostcodeField, index(at)]));
