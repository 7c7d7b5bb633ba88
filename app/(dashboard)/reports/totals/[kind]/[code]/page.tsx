import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { CollectionTabs } from "@/app/(dashboard)/areas/collection-tabs";
import { Months } from "@/app/(dashboard)/areas/[kind]/[code]/months";
import { addressWith, type AddressParams } from "@/components/tables";
import { Details, InsetText, Page } from "@/components/ui";
import { env } from "@/lib/env";
import { formatCount, formatMonth, formatNumber } from "@/lib/format";
import type { Month } from "@/lib/london";
import { totalsHref } from "@/lib/organisations/area-address";
import { stateMeanings } from "@/lib/reports/reading";
import { totalledMeasures } from "@/lib/reports/totals/show-totals";
import { currentUser } from "@/lib/web/session";
import { type AskedTotals, askedTotals } from "./asked";
import { OwnTotals, TotalsWithin } from "./totals-tables";

/** The figures of an area and of the areas within it, for people who see sums only. */
export default async function AreaTotalsPage(props: {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const params = await props.searchParams;
  const asked = await askedTotals(user, await props.params, params);
  if (!asked) notFound();
  const { area, collection, month } = asked;
  const path = totalsHref(area);
  const least = env().SMALL_NUMBER;
  const due = asked.own.find((one) => one.month === month)?.due ?? 0;
  const to = (format: string) => addressWith(`${path}/download`, params, { format });
  return (
    <Page
      heading={area.name}
      caption="Totals"
      summary={
        month
          ? `${formatMonth(month)} window, which has closed: ${formatNumber(due)} locations needed to file.`
          : "No window has been worked out yet."
      }
      back={{ href: "/reports/totals", label: "Totals of areas" }}
      width="full"
    >
      <HowTo of="totals" />
      <CollectionTabs path={path} collection={collection} />
      {month ? (
        <>
          <Months path={path} params={params} month={month} months={asked.months.toReversed()} />
          {isSuppressed(asked, month) && (
            <p>
              “Suppressed” is not an error. We hide a figure if it, or its difference from another figure, would be
              about fewer than {least} locations. In a small area that can be most figures.
            </p>
          )}
          <OwnTotals asked={asked} month={month} />
          <TotalsWithin asked={asked} month={month} />
          <p className="ct-no-print">
            <a href={to("xlsx")}>Download as Excel</a>, or <a href={to("csv")}>as CSV</a>: the figures of the newest{" "}
            {formatCount("window", asked.months.length)}, with those withheld marked.
          </p>
        </>
      ) : (
        <InsetText>Totals are worked out the night after a window closes. Come back then.</InsetText>
      )}
      <Details summary="What is withheld, and why">
        <p>
          “Suppressed” is not nought. A figure is withheld where it comes from fewer than {least} locations, or counts
          fewer than {least}, or where fewer than {least} could be worked out by taking one figure from another: a
          council from its region, an area from one that overlaps it, or one month from another. Small areas are
          withheld first.
        </p>
        <p>
          Figures are worked out once, the night after a window closes, and are not changed afterwards. Corrections that
          come later are not in them.
        </p>
        <ul>
          {Object.entries(stateMeanings).map(([state, meaning]) => (
            <li key={state}>
              <strong>{state.charAt(0).toUpperCase() + state.slice(1).replace("_", " ")}</strong>: {meaning}
            </li>
          ))}
        </ul>
        <p>
          <Link href="/reports/measures">What each measure means</Link>. Contains CQC information licensed under the
          Open Government Licence v3.0.
        </p>
      </Details>
    </Page>
  );
}

/** Whether any figure of the window shown is withheld. */
const isSuppressed = ({ own, within, collection }: AskedTotals, shown: Month): boolean =>
  [...own, ...within].some(
    ({ month, reading }) =>
      month === shown && totalledMeasures(collection).some(({ key }) => reading(key).state === "suppressed"),
  );
