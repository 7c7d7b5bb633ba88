import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { areaHref, organisationHref, totalsHref } from "@/lib/organisations/area-address";
import { EmptyState, Page } from "@/components/ui";
import { isFilingKind } from "@/lib/access/kinds";
import { reportHref } from "./address";
import { can } from "@/lib/access/policy";
import { mayRead } from "@/lib/reports/library/read-criteria";
import { reportGroups } from "@/lib/reports/library/report";
import { reports } from "@/lib/reports/library/reports";
import { ownOrganisations } from "@/lib/reports/organisation/organisation";
import { ownAreas, type SeenArea } from "@/lib/reports/queries";
import { areasToTotal } from "@/lib/reports/totals/queries";
import { currentUser } from "@/lib/web/session";

/** What this person can read about how things stand: their areas, and the history of their returns. */
export default async function ReportsPage() {
  const user = await currentUser();
  if (!can(user, "see reports")) notFound();
  const [areas, organisations] = await Promise.all([ownAreas(user), ownOrganisations(user)]);
  const files = isFilingKind(user.kind);
  return (
    <Page heading="Reports" back="/home">
      <HowTo guide="reports" />
      {can(user, "chase locations") && (
        <>
          <h2 className="nhsuk-heading-m">Who to call</h2>
          <p>
            <Link href="/areas/worklist">Your worklist</Link>: locations that have not filed, are at risk, or have no
            one who can file for them.
          </p>
        </>
      )}
      {areas.length > 0 && can(user, "see areas") && (
        <>
          <h2 className="nhsuk-heading-m">{user.kind === "support" ? "Councils" : "Your areas"}</h2>
          <p>How many locations have filed, how many beds are occupied, and each location with its last update.</p>
          {(areas.length > 1 || areas.some(({ kind }) => kind !== "local_authority" && kind !== "sub_icb")) && (
            <p>
              <Link href="/areas/compare">Compare areas side by side</Link>
            </p>
          )}
          <ul className="nhsuk-list">
            {areas.map((area) => (
              <li key={area.id}>
                <Link href={areaHref(area)}>{area.name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {organisations.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Your organisation as a whole</h2>
          <p>The figures of all its locations added up, and each location with its last update.</p>
          <ul className="nhsuk-list">
            {organisations.map(({ id, name }) => (
              <li key={id}>
                <Link href={organisationHref(id)}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {user.kind === "aggregate_only" && <TotalsOf areas={await areasToTotal(user)} />}
      {mayRead(user) && (
        <>
          <p>
            <Link href="/reports/saved">Saved reports</Link>
          </p>
          {Object.entries(reportGroups).map(([group, heading]) => {
            const listed = reports.filter((report) => report.group === group);
            return (
              listed.length > 0 && (
                <section key={group} aria-labelledby={group}>
                  <h2 className="nhsuk-heading-m" id={group}>
                    {heading}
                  </h2>
                  <dl className="nhsuk-body">
                    {listed.map((report) => (
                      <div key={report.key} className="nhsuk-u-margin-bottom-3">
                        <dt>
                          <Link href={reportHref(report)}>{report.title}</Link>
                        </dt>
                        <dd>{report.summary}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )
            );
          })}
        </>
      )}
      {files && (
        <>
          <h2 className="nhsuk-heading-m">Your returns</h2>
          <p>
            <Link href="/returns">How your returns stand</Link>, and the history of each to read or download.
          </p>
          <p>
            <Link href="/reports/compare">How you compare</Link> with similar services nearby: beds, staff and prices.
          </p>
        </>
      )}
      {areas.length === 0 && !files && !can(user, "chase locations") && (
        <EmptyState heading="There are no reports for you yet" action={{ href: "/help", label: "Get help" }}>
          <p>If you should see an area, ask the support team.</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** The areas whose totals someone can see, if they see totals only. */
const TotalsOf = ({ areas }: { areas: readonly SeenArea[] }) =>
  areas.length > 0 && (
    <>
      <h2 className="nhsuk-heading-m">Totals of your areas</h2>
      <p>Figures of whole areas in each closed window, without any single location.</p>
      <ul className="nhsuk-list">
        {areas.map((area) => (
          <li key={area.code}>
            <Link href={totalsHref(area)}>{area.name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
