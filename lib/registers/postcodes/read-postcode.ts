import { unreadableFile } from "@/lib/sheets/unreadable";
import type { Row } from "@/lib/sheets/rows";
import type { PostcodeField, RecognisedPostcodes } from "./layouts";
import { coordinatesOf } from "./osgb36";

/** A postcode, sector or district with its centre. */
export interface ReadPostcode {
  line: number;
  /** In capitals, without spaces. */
  key: string;
  latitude: number;
  longitude: number;
  /** ONS code of its upper-tier council, or of its district where a file has no more; blank when there is none. */
  council: string;
}

const shapes = {
  postcodes: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/,
  sectors: /^[A-Z]{1,2}\d[A-Z\d]?\d$/,
  districts: /^[A-Z]{1,2}\d[A-Z\d]?$/,
};

const examples = {
  postcodes: "a postcode such as OL1 1AA",
  sectors: "a sector such as OL1 1",
  districts: "a district such as OL1",
};

const england = "E92000001";

/** Reads a line. Returns a postcode, or text that says why the line is skipped. */
export function readPostcode(
  row: Row,
  { holds, columns, where }: RecognisedPostcodes,
  file: string,
): ReadPostcode | string {
  const { line, cells } = row;
  if (cells.length !== columns)
    throw unreadableFile(
      { file, line },
      `this line has ${cells.length} values where the others have ${columns}. The file may not be whole: download it again.`,
    );
  const cell = (field: PostcodeField) => cells[where.get(field) ?? -1] ?? "";
  const key = cell("key").replaceAll(" ", "").toUpperCase();
  if (!shapes[holds].test(key))
    throw unreadableFile(
      { file, line, column: "postcode" },
      `“${cell("key").slice(0, 40)}” is not ${examples[holds]}.`,
    );
  if (where.has("quality") && !/^\d{2}$/.test(cell("quality")))
    throw unreadableFile(
      { file, line, column: "positional quality" },
      `“${cell("quality").slice(0, 40)}” is not a number from 10 to 90.`,
    );
  if (Number(cell("quality")) >= 90) return "without a position";
  if (where.has("country") && !/^[A-Z]\d{8}$/.test(cell("country")))
    throw unreadableFile(
      { file, line, column: "country code" },
      `“${cell("country").slice(0, 40)}” is not one such as ${england}.`,
    );
  if (where.has("country") && cell("country") !== england) return "outside England";
  const position = where.has("latitude") ? stated(cell) : fromGrid(cell);
  if (position === null)
    throw unreadableFile(
      { file, line, column: where.has("latitude") ? "lat" : "Eastings" },
      `${key} is not in England.`,
    );
  const county = cell("county");
  return { line, key, ...position, council: county === "" ? cell("district") : county };
}

type Cell = (field: PostcodeField) => string;

function stated(cell: Cell) {
  const [latitude, longitude] = [degrees(cell("latitude")), degrees(cell("longitude"))];
  return within(latitude, longitude) ? { latitude, longitude } : null;
}

const degrees = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);

function fromGrid(cell: Cell) {
  const [easting, northing] = [cell("easting"), cell("northing")].map((text) =>
    /^\d{1,7}$/.test(text) ? Number(text) : NaN,
  ) as [number, number];
  if (!(easting > 0 && easting < 700_000 && northing > 0 && northing < 700_000)) return null;
  const { latitude, longitude } = coordinatesOf(easting, northing);
  return within(latitude, longitude) ? { latitude: rounded(latitude), longitude: rounded(longitude) } : null;
}

const within = (latitude: number, longitude: number) =>
  latitude > 49.8 && latitude < 56 && longitude > -6.6 && longitude < 2;

/** Rounded to about a metre: the figures are no more exact than that. */
const rounded = (value: number) => Math.round(value * 100_000) / 100_000;
