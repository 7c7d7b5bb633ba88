import { Link } from "@/components/ui/link";
import { formatDateTime, formatMonth } from "@/lib/format";
import { addMonths, monthsFrom } from "@/lib/london";
import { criterionLabels, figureWords, registrationWords } from "@/lib/reports/library/about";
import { groupingWords } from "@/lib/reports/library/groupings";
import type { Asking, CriterionKey, LibraryReport } from "@/lib/reports/library/report";
import type { SeenArea } from "@/lib/reports/queries";
import { monthFor } from "@/lib/windows/reporting-window";

type Choices = readonly (readonly [value: string, label: string])[];

const monthsBack = 35;

function choicesOf(key: CriterionKey, report: LibraryReport, { asOf, calendar }: Asking): Choices {
  const newest = monthFor(asOf);
  const oldest = addMonths(newest, -monthsBack);
  switch (key) {
    case "collection":
      return [
        ["care_home", "Care homes"],
        ["home_care", "Home care"],
      ];
    case "month":
      return monthsFrom(calendar.owedFrom && calendar.owedFrom > oldest ? calendar.owedFrom : oldest, newest)
        .toReversed()
        .map((month) => [month, formatMonth(month)]);
    case "grouping":
      return (report.groupings ?? []).map((grouping) => [grouping, groupingWords[grouping].choice]);
    case "figures":
      return Object.entries(figureWords);
    case "registration":
      return Object.entries(registrationWords);
    case "search":
      return [];
  }
}

/** The choices for a report. They are sent by GET, so that the address holds them and it works without JavaScript. */
export function CriteriaForm(props: {
  report: LibraryReport;
  asking: Asking;
  areas: readonly SeenArea[];
  path: string;
  keepsAsOf: boolean;
}) {
  const { report, asking, areas, path, keepsAsOf } = props;
  const { criteria, area, asOf } = asking;
  return (
    <form method="get" action={path} className="ct-no-print flex flex-wrap items-end gap-x-4" role="search">
      {keepsAsOf && <input type="hidden" name="asOf" value={asOf.toISOString()} />}
      {areas.length > 0 && <AreaChoice areas={areas} value={area ? `${area.kind}:${area.code}` : "all"} />}
      {report.criteria.map((key) =>
        key === "search" ? (
          <div className="nhsuk-form-group max-w-full md:max-w-96" key={key}>
            <label className="nhsuk-label" htmlFor={key}>
              Search by name or ID
            </label>
            <input
              className="nhsuk-input nhsuk-input--width-20"
              id={key}
              name={key}
              type="search"
              defaultValue={criteria.search}
            />
          </div>
        ) : (
          <Choice key={key} name={key} value={criteria[key]} choices={choicesOf(key, report, asking)} />
        ),
      )}
      <div className="nhsuk-form-group max-w-full md:max-w-96">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">
          Show the report
        </button>
      </div>
      {keepsAsOf && (
        <p className="w-full">
          These figures are as they were known at {formatDateTime(asOf)}.{" "}
          <Link href={path}>Show them as they are now</Link>
        </p>
      )}
    </form>
  );
}

const Choice = ({ name, value, choices }: { name: CriterionKey; value: string; choices: Choices }) => (
  <div className="nhsuk-form-group max-w-full md:max-w-96">
    <label className="nhsuk-label" htmlFor={name}>
      {criterionLabels[name]}
    </label>
    <select className="nhsuk-select max-w-full" id={name} name={name} defaultValue={value}>
      {choices.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  </div>
);

/** The tree of areas that someone sees: each kind under its heading. */
function AreaChoice({ areas, value }: { areas: readonly SeenArea[]; value: string }) {
  const kinds = [...new Set(areas.map(({ kind }) => kind))];
  return (
    <div className="nhsuk-form-group max-w-full md:max-w-96">
      <label className="nhsuk-label" htmlFor="area">
        Geography
      </label>
      <select className="nhsuk-select max-w-full" id="area" name="area" defaultValue={value}>
        <option value="all">Everything you can see</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={groupingWords[kind].choice}>
            {areas
              .filter((area) => area.kind === kind)
              .map(({ code, name }) => (
                <option key={code} value={`${kind}:${code}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
