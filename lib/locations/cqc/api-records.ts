import type { JsonLine } from "../../organisations/register-file/register-file";
import { unreadable } from "../../organisations/register-file/unreadable";
import { locationFields, providerFields, type Field } from "./fields";
import type { GivenLocation, GivenProvider, GivenRating } from "./given";
import { readFields } from "./values";

type Json = Record<string, unknown>;

/** Reads a location as CQC's API gives it. The people named in it are not read. */
export function apiLocation({ line, record }: JsonLine, file: string): GivenLocation {
  const location = read(locationFields, record, file, line);
  const overall = under(under(record, "currentRatings"), "overall");
  const rating = text(overall.rating);
  const ratedOn = date(overall.reportDate ?? under(record, "currentRatings").reportDate);
  const related = (type: RegExp) =>
    list(record.relationships)
      .filter((each) => type.test(text(each.type) ?? ""))
      .flatMap((each) => text(each.relatedLocationId) ?? [])
      .sort();
  return {
    line,
    location: { ...location, overallRating: rating, ratedOn, inspectionCategory: primaryCategory(record) },
    provider: {
      ...read(
        providerFields,
        { providerId: record.providerId, brandId: record.brandId, brandName: record.brandName },
        file,
        line,
      ),
    },
    activities: names(record.regulatedActivities, "name"),
    services: names(record.gacServiceTypes, "description"),
    userBands: [],
    specialisms: names(record.specialisms, "name"),
    ratings: ratingsOf(record),
    reportUri: newestReport(record),
    predecessors: related(/predecessor/i),
    successors: related(/successor/i),
    dualWith: related(/dual/i)[0] ?? null,
  };
}

/** Reads a provider as CQC's API gives it. */
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
  throw unreadable({ file, line, column: key ?? "" }, "this should be one value, and is a list or a record.");
}

const under = (record: Json, key: string): Json =>
  typeof record[key] === "object" && record[key] !== null ? (record[key] as Json) : {};
const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((each): each is Json => typeof each === "object" && each !== null) : [];
const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
const date = (value: unknown): string | null =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null;
const names = (value: unknown, key: string): string[] =>
  [...new Set(list(value).flatMap((each) => text(each[key]) ?? []))].sort();

function primaryCategory(record: Json): string | null {
  const categories = list(record.inspectionCategories);
  return text((categories.find(({ primary }) => String(primary) === "true") ?? categories[0])?.name);
}

function ratingsOf(record: Json): GivenRating[] {
  const current = under(record, "currentRatings");
  const now = ratingsIn(under(current, "overall"), date(current.reportDate), true);
  const earlier = list(record.historicRatings).flatMap((each) =>
    ratingsIn(under(each, "overall"), date(each.reportDate), false),
  );
  return [...now, ...earlier];
}

function ratingsIn(overall: Json, reportedOn: string | null, current: boolean): GivenRating[] {
  const rated = (domain: string, from: Json): GivenRating[] => {
    const rating = text(from.rating);
    return rating === null ? [] : [{ domain, rating, reportedOn: date(from.reportDate) ?? reportedOn, current }];
  };
  return [
    ...rated("Overall", overall),
    ...list(overall.keyQuestionRatings).flatMap((each) => rated(text(each.name) ?? "Overall", each)),
  ];
}

function newestReport(record: Json): string | null {
  const reports = list(record.reports).sort((a, b) =>
    (text(b.reportDate) ?? "").localeCompare(text(a.reportDate) ?? ""),
  );
  const uri = text(reports[0]?.reportUri);
  return uri === null ? null : new URL(uri, "https://www.cqc.org.uk").href;
}
