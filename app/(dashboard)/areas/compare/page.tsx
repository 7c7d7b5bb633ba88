import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { CollectionTabs } from "@/app/(dashboard)/areas/collection-tabs";
import { Months } from "@/app/(dashboard)/areas/[kind]/[code]/months";
import { addressWith, type AddressParams } from "@/components/tables";
import { InsetText, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { areasToAdd } from "@/lib/reports/beside/areas-chosen";
import { fewestBeside, mostBeside } from "@/lib/reports/beside/side-by-side";
import type { Problem } from "@/lib/outcome";
import { currentUser } from "@/lib/web/session";
import { windowInFull } from "@/lib/windows/reporting-window";
import { askedBeside, comparePath } from "./asked";
import { AboutBeside, BesideTable } from "./beside-table";
import { AddArea, ChosenAreas, keptIn } from "./chosen-areas";
import { MeasuresForm } from "./measures-form";
import { SpreadTable } from "./spread-table";

/** Two to twelve areas side by side: which ones, which window and which measures, the address says. */
export default async function CompareAreasPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  const params = await props.searchParams;
  if (!can(user, "see areas")) notFound();
  const time = now();
  const asked = await askedBeside(user, params, time);
  if (!asked) notFound();
  const { areas, shown } = asked;
  const words = typeof params.find === "string" ? params.find.trim().slice(0, 100) : null;
  const found = words ? await areasToAdd(user, words, areas, time) : [];
  const window = shown?.window;
  const problems = problemsOf(words, asked.tooMany, params.ticked !== undefined && areas.length < fewestBeside);
  return (
    <Page
      heading="Areas side by side"
      summary={
        window &&
        `${windowInFull(window, time)}${shown.isOpen ? " Totals can still grow until it closes." : ""} As of ${formatDateTime(time)}.`
      }
      back={{ href: "/areas", label: "Areas" }}
      width="full"
      problems={problems}
    >
      <HowTo of="area-compare" />
      <ChosenAreas areas={areas} params={params} />
      <AddArea
        areas={areas}
        params={params}
        words={words ?? ""}
        found={found}
        problem={problems.find(({ field }) => field === "find")?.message}
      />
      {shown ? (
        <>
          <CollectionTabs
            path={comparePath}
            collection={shown.collection}
            params={{ area: params.area, month: params.month }}
          />
          <Months path={comparePath} params={params} month={shown.window.month} months={shown.choices} />
          <MeasuresForm shown={shown} keeps={keptIn(params, "measure")} />
          <BesideTable shown={shown} />
          <SpreadTable shown={shown} keeps={keptIn(params, "spread")} />
          <p className="ct-no-print">
            Download these figures:{" "}
            {(["csv", "xlsx", "json"] as const).map((format, at) => (
              <span key={format}>
                {at > 0 && ", "}
                <a href={addressWith(`${comparePath}/download`, params, { format })} download>
                  {format.toUpperCase()}
                </a>
              </span>
            ))}
          </p>
          <AboutBeside />
        </>
      ) : (
        <InsetText>
          {areas.length === 0 ? "Find two or more areas" : "Add at least one more area"} to see their figures side by
          side.
        </InsetText>
      )}
    </Page>
  );
}

function problemsOf(words: string | null, tooMany: boolean, tooFew: boolean): Problem[] {
  const field = "find";
  if (words === "") return [{ field, message: "Enter the name or code of an area" }];
  if (tooFew) return [{ field, message: "Choose at least one more area to compare" }];
  return tooMany ? [{ message: `You can compare up to ${mostBeside} areas. These are the first ${mostBeside}` }] : [];
}
