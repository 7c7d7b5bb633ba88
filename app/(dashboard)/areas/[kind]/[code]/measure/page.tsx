import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { areaHref } from "@/lib/organisations/area-address";
import { ChartFrame } from "@/components/charts";
import { addressWith, type AddressParams } from "@/components/tables";
import { Page, SummaryList } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import { roundingOf } from "@/lib/reports/metrics";
import { readingInWords, reportedInWords } from "@/lib/reports/reading";
import { currentUser } from "@/lib/web/session";
import { Months } from "@/app/(dashboard)/areas/[kind]/[code]/months";
import { AreasByMonth } from "./areas-by-month";
import { askedMeasure } from "./asked";
import { Intervals } from "./intervals-table";

/** One measure of one area: its figure, what it means, how it moved, and how the areas within it compare. */
export default async function MeasurePage(props: {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const time = now();
  const params = await props.searchParams;
  const asked = await askedMeasure(user, await props.params, params, time);
  if (!asked) notFound();
  const { shown, pictures, path } = asked;
  const { measure, area, month } = shown;
  const reading = shown.own.reading(area.id, month, measure);
  const { due } = shown.own.reported(area.id, month, measure.collection);
  const up = addressWith(
    areaHref(area),
    { collection: measure.collection === "home_care" ? "home_care" : undefined, month: params.month },
    {},
  );
  return (
    <Page
      heading={measure.label}
      caption={area.name}
      summary={`${formatMonth(month)} window. As of ${formatDateTime(time)}.`}
      trail={[{ label: area.name, href: up }]}
      width="full"
    >
      <HowTo of="measure" />
      <Months path={path} params={params} month={month} months={shown.choices} />
      <p className="nhsuk-heading-xl">{readingInWords(reading, measure.unit)}</p>
      <p>
        {measure.definition} {reportedInWords(measure, reading, due)}
      </p>
      {pictures.map(({ key, spec }) => (
        <ChartFrame
          key={key}
          {...spec}
          downloads={(["png", "svg", "csv", "json"] as const).map((type) => ({
            label: type.toUpperCase(),
            href: addressWith(`${path}/chart.${type}`, params, { chart: key }),
          }))}
        />
      ))}
      <Intervals shown={shown} />
      <AreasByMonth shown={shown} />
      <h2 className="nhsuk-heading-m">About this measure</h2>
      <SummaryList
        rows={[
          { label: "Counts", value: measure.numerator.words },
          { label: "Out of", value: measure.denominator?.words ?? "Nothing: it is a total" },
          { label: "Rounding", value: roundingOf[measure.unit] },
          { label: "From", value: measure.source },
          {
            label: "How often",
            value: measure.collection === "business_continuity" ? "Any day" : "Once a month, in the reporting window",
          },
          { label: "Limits", value: measure.limits },
          {
            label: "If your figure is wrong",
            value:
              "File the return again while its window is open: the newest counts. After that, tell the support team about the month that is wrong.",
          },
        ]}
      />
      <p>
        <Link href="/reports/measures">All measures</Link>
      </p>
    </Page>
  );
}
