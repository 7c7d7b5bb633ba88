import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { totalsHref } from "@/lib/organisations/area-address";
import { areasToTotal } from "@/lib/reports/totals/queries";
import { currentUser } from "@/lib/web/session";

/** The areas whose totals someone was given. */
export default async function TotalsPage() {
  const user = await currentUser();
  if (!can(user, "see sums")) notFound();
  const areas = await areasToTotal(user);
  return (
    <Page heading="Totals of areas" back="/reports">
      <HowTo of="totals" />
      <p>Figures of whole areas, without any single location.</p>
      {areas.length === 0 ? (
        <EmptyState heading="No area yet">
          You do not have access to the totals of an area yet. Ask for one under{" "}
          <Link href="/accounts/access">My access</Link>, or contact the support team.
        </EmptyState>
      ) : (
        <ul className="nhsuk-list">
          {areas.map((area) => (
            <li key={area.code}>
              <Link href={totalsHref(area)}>{area.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
