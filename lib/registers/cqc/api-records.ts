import type { JsonLine } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { keysOfEveryLocation, locationFields, providerFields, type Field } from "./fields";
import type { GivenLocation, GivenProvider, GivenRating } from "./given";
import { readDate, readFields, readText } from "./values";

type Json = Record<string, unknown>;

/** Reads a location from CQC's API. Names of people in the record are not read. */
export function apiLocation({ line, record }: JsonLine, file: string): GivenLocation {
  for (const key of keysOfEveryLocation)
    if (!(key in record)) throw unreadableFile({ file, line, column: key }, "this key is missing from the record.");
  const said = new Said(file, line);
  const location = read(locationFields, record, file, line);
  const current = under(record, "currentRatings");
  const overall = under(current, "overall");
  const related = (type: RegExp) =>
    list(record.relationships)
      .filter((each) => type.test(text(each.type) ?? ""))
      .flatMap((each) => text(each.relatedLocationId) ?? [])
      .sort();
  return {
    line,
    location: {
      ...location,
      overallRating: text(overall.rating),
      ratedOn: said.date("currentRatings", overall.reportDate ?? current.reportDate),
      inspectionCategory: primaryCategory(record),
    },
    provider: {
      ...read(
        providerFields,
        { providerId: record.providerId, brandId: record.brandId, brandName: record.brandName },
        file,
        line,
      ),
    },
    activities: said.names(record, "regulatedActivities", "name"),
    services: said.names(record, "gacServiceTypes", "description"),
    userBands: [],
    specialisms: said.names(record, "specialisms", "name"),
    ratings: ratingsOf(record, said),
    reportUri: newestReport(record),
    predecessors: related(/predecessor/i),
    successors: related(/successor/i),
    dualWith: related(/dual/i)[0] ?? null,
  };
}

/** Reads a provider from CQC's API. */
export const apiProvider = ({ line, record }: JsonLine, file: string): GivenProvider => ({
  line,
  provider: read(providerFields, record, file, line),
});

const read = <F extends Record<string, Field>>(fields: F, record: Json, file: string, line: number) =>
  readFields(
    fields,
    (name) => scalar(record, fields[name]?.api, file, line),
    (name) => ({ file, line, column: fields[name]?.api ?? name }),
  );

function scalar(record: Json, key: string | undefined, file: string, line: number): string {
  const value = key === undefined ? undefined : record[key];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw unreadableFile({ file, line, column: key ?? "" }, "this should be one value, and is a list or a record.");
}

const under = (record: Json, key: string): Json =>
  typeof record[key] === "object" && record[key] !== null ? (record[key] as Json) : {};
const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((each): each is Json => typeof each === "object" && each !== null) : [];
const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** Reads the values within a record. An error names the key. */
class Said {
  constructor(
    private readonly file: string,
    private readonly line: number,
  ) {}

  date(key: string, value: unknown): string | null {
    const given = text(value);
    return given === null ? null : readDate(given, () => this.at(key));
  }

  text(key: string, value: unknown): string | null {
    const given = text(value);
    return given === null ? null : readText(given, () => this.at(key));
  }

  names(record: Json, key: string, of: string): string[] {
    if (record[key] && !Array.isArray(record[key])) throw unreadableFile(this.at(key), "this should be a list.");
    return [...new Set(list(record[key]).flatMap((each) => this.text(key, each[of]) ?? []))].sort();
  }

  private at(column: string) {
    return { file: this.file, line: this.line, column };
  }
}

function primaryCategory(record: Json): string | null {
  const categories = list(record.inspectionCategories);
  return text((categories.find(({ primary }) => String(primary) === "true") ?? categories[0])?.name);
}

const ratingsOf = (record: Json, said: Said): GivenRating[] => [
  ...ratingsIn(said, "currentRatings", under(record, "currentRatings"), true),
  ...list(record.historicRatings).flatMap((each) => ratingsIn(said, "historicRatings", each, false)),
];

function ratingsIn(said: Said, key: string, each: Json, current: boolean): GivenRating[] {
  const overall = under(each, "overall");
  const rated = (domain: string, from: Json): GivenRating[] => {
    const rating = said.text(key, from.rating);
    if (rating === null) return [];
    return [{ domain, rating, reportedOn: said.date(key, from.reportDate ?? each.reportDate), current }];
  };
  return [
    ...rated("Overall", overall),
    ...list(overall.keyQuestionRatings).flatMap((one) => rated(said.text(key, one.name) ?? "Overall", one)),
  ];
}

const cqc = "https://www.cqc.org.uk";

function newestReport(record: Json): string | null {
  const reports = list(record.reports).sort((a, b) =>
    (text(b.reportDate) ?? "").localeCompare(text(a.reportDate) ?? ""),
  );
  const uri = text(reports[0]?.reportUri);
  return uri !== null && URL.canParse(uri, cqc) ? new URL(uri, cqc).href : null;
}
