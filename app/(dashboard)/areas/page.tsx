import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { EmptyState, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { ownAreas } from "@/lib/reports/queries";
import { currentUser } from "@/lib/web/session";
import { areaHref } from "@/lib/organisations/area-address";

/** The areas this person is responsible for. Someone with only one goes straight to it. */
export default async function AreasPage() {
  const user = await currentUser();
  if (!can(user, "see sums") || user.kind === "aggregate_only") notFound();
  const areas = await ownAreas(user);
  const [only] = areas;
  if (only && areas.length === 1) redirect(areaHref(only));
  return (
    <Page heading="Areas" back="/reports">
      {areas.length === 0 ? (
        <EmptyState heading="No area yet">
          You do not have access to an area yet. Contact the support team to ask for one.
        </EmptyState>
      ) : (
        <>
          <p>
            <Link href="/areas/compare">Compare areas side by side</Link>
          </p>
          <ul className="nhsuk-list">
            {areas.map((area) => (
              <li key={area.code}>
                <Link href={areaHref(area)}>{area.name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
