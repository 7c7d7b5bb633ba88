import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { idOf, type AddressParams } from "@/components/tables";
import { Details, InsetText, Page } from "@/components/ui";
import { isFilingKind } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatDateTime, formatMonth } from "@/lib/format";
import { compareLocation, type LocationCompared } from "@/lib/reports/comparison/compare-location";
import { fewestProviders, nearby } from "@/lib/reports/comparison/similar";
import { currentUser, recent } from "@/lib/web/session";
import { ComparedTable } from "./compared-table";

/** One location beside similar ones nearby: its own figures, and the middle half of theirs. */
export default async function CompareLocationPage(props: {
  params: Promise<{ location: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const id = idOf((await props.params).location);
  const { collection } = await props.searchParams;
  const time = now();
  const found =
    id === null
      ? null
      : await recent(() => compareLocation(user, id, typeof collection === "string" ? collection : undefined, time));
  if (!found) notFound();
  const { one, many } = called[found.collection];
  return (
    <Page
      heading={isFilingKind(user.kind) ? "How you compare" : "How it compares"}
      caption={found.name}
      summary={`${formatMonth(found.month)} window, which has closed. ${found.collection === "care_home" ? "Prices as they are today. " : ""}As of ${formatDateTime(time)}.`}
      back={{ href: "/reports", label: "Reports" }}
      width="wide"
    >
      <HowTo of="compare" />
      <Collections found={found} />
      {found.compared ? (
        <>
          <p>{alikeInWords(found)}</p>
          <ComparedTable
            compared={found.compared}
            caption={`${found.name} and similar ${many} nearby`}
            one={one}
            many={many}
          />
          <Details summary="What it is compared with, and what is withheld">
            <p>
              {alikeInWords(found)} They are the nearest {nearby.most} at most. You cannot choose others, and neither
              can they, so that no one can work out the figures of one {one}.
            </p>
            <p>
              Each counts as one. Half of them lie between the two figures shown, a quarter below and a quarter above.
              We show this only where at least {env().SMALL_NUMBER} of them, run by at least {fewestProviders}{" "}
              organisations, gave the figure.
            </p>
            <p>
              Its own figures are those that were filed. If one is wrong, file the return again while its window is
              open. <Link href="/reports/measures">What each measure means</Link>.
            </p>
            <p>Contains CQC information licensed under the Open Government Licence v3.0.</p>
          </Details>
        </>
      ) : (
        <InsetText>
          We do not know where {found.name} is, so we cannot say what is near it. Its place comes from the postcode in
          CQC’s register.
        </InsetText>
      )}
    </Page>
  );
}

const called = {
  care_home: { one: "home", many: "homes" },
  home_care: { one: "service", many: "services" },
} as const;

function alikeInWords({ collection, beds, older, nursing }: LocationCompared): string {
  if (collection === "home_care")
    return `Similar means: home care services of other organisations within ${nearby.miles} miles.`;
  return `Similar means: care homes of other organisations within ${nearby.miles} miles, ${nursing ? "with" : "without"} nursing, ${older ? "for older people" : "for younger adults"}, with between ${Math.ceil(beds / 2)} and ${formatCount("bed", beds * 2)}.`;
}

function Collections({ found }: { found: LocationCompared }) {
  if (found.collections.length < 2) return null;
  const names = { care_home: "Care home", home_care: "Home care" };
  return (
    <nav aria-label="Which return" className="ct-no-print">
      <ul className="nhsuk-list flex flex-wrap gap-4">
        {found.collections.map((one) => (
          <li key={one}>
            {one === found.collection ? (
              <strong aria-current="page">{names[one]}</strong>
            ) : (
              <Link href={`/reports/compare/${found.id}?collection=${one}`}>{names[one]}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
