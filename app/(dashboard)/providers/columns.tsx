import { Link } from "@/components/ui/link";
import { Tag, type Column, type TagColour, type TagShape } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { formatAgo, formatCount, formatList, formatNumber } from "@/lib/format";
import { collections, isCollection } from "@/lib/questions/collections";
import { type ComplianceState, complianceWords } from "@/lib/records/provider-filters";
import type { ListedProvider } from "@/lib/records/provider-list";
import { statusKinds } from "@/lib/records/status";
import type { SurveyCount } from "@/lib/surveys/survey-counts";
import { RatingTag } from "./rating-tag";

const looks: Record<ComplianceState, { colour: TagColour; shape: TagShape }> = {
  on_track: { colour: "green", shape: "circle" },
  risk: { colour: "orange", shape: "triangle" },
  notice: { colour: "red", shape: "diamond" },
};

/** Which of this window's returns have come in: "Care home return"; "Not filed" where one is owed and none has. */
export const filedInWords = ({ filed, compliance }: Pick<ListedProvider, "filed" | "compliance">): string => {
  const names = filed.filter(isCollection).map((one) => collections[one].label);
  if (names.length > 0) return `Filed: ${formatList(names.map((name) => name.toLowerCase()))}`;
  return compliance === null ? "None due" : "Not filed";
};

/** A row of the list: a location with the open surveys that it is asked. */
export interface ProviderRow extends ListedProvider {
  surveys: SurveyCount | undefined;
}

/** How far a location has come with the surveys that are open: "1 of 2 surveys to answer". Empty where none is. */
export const surveysInWords = ({ surveys }: Pick<ProviderRow, "surveys">): string => {
  if (surveys === undefined) return "";
  const { asked, answered } = surveys;
  const all = formatCount("survey", asked);
  if (answered === asked) return `${all} answered`;
  return answered === 0 ? `${all} to answer` : `${formatNumber(asked - answered)} of ${all} to answer`;
};

/** What a location says of its future, if it says anything. */
export const saysInWords = ({ says }: Pick<ListedProvider, "says">): string =>
  says === null ? "" : `Says it is ${statusKinds[says].says}`;

/** The table's columns; who may change a record is offered to edit it, everyone else to open it. */
export const providerColumns = (edits: boolean, now: Date): Column<ProviderRow>[] => [
  {
    key: "name",
    heading: "Provider",
    rowHeader: true,
    sort: true,
    cell: (row) => (
      <>
        <Link href={`/providers/${row.id}`}>
          {row.name} ({row.postcode})
          <span className="nhsuk-u-visually-hidden">{edits ? ", edit" : ", open its record"}</span>
        </Link>
        {row.says && (
          <span className="block">
            <Tag colour="yellow" shape="triangle">
              {saysInWords(row)}
            </Tag>
          </span>
        )}
      </>
    ),
  },
  { key: "provider", heading: "Parent organisation", sort: true, hideOnPhone: true, cell: (row) => row.provider },
  { key: "council", heading: "Council", sort: true, hideOnPhone: true, cell: (row) => row.council ?? "Not known" },
  { key: "type", heading: "Type", cell: ({ types }) => formatList(types.map(kindLabel)) || "Not known" },
  {
    key: "returns",
    heading: "Returns and surveys",
    cell: (row) => (
      <>
        {filedInWords(row)}
        {row.compliance && (
          <span className="block">
            <Tag {...looks[row.compliance]}>{complianceWords[row.compliance]}</Tag>
          </span>
        )}
        {row.surveys && (
          <Link className="block" href={`/providers/${row.id}/surveys`}>
            {surveysInWords(row)}
            <span className="nhsuk-u-visually-hidden">: {row.name}</span>
          </Link>
        )}
      </>
    ),
  },
  {
    key: "updated",
    heading: "Last updated",
    sort: "date",
    cell: ({ saidAt }) => (saidAt ? formatAgo(saidAt, now) : "Never"),
  },
  {
    key: "rating",
    heading: "Care quality",
    sort: "pressing",
    cell: ({ id, name, rating }) => (
      <Link href={`/providers/${id}/quality`}>
        <RatingTag rating={rating} />
        <span className="nhsuk-u-visually-hidden">, care quality of {name}</span>
      </Link>
    ),
  },
  {
    key: "beds",
    heading: "Beds",
    numeric: true,
    sort: true,
    hideOnPhone: true,
    cell: ({ beds }) => (beds > 0 ? formatNumber(beds) : "None"),
  },
];
