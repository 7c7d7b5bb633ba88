import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { EmptyState, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { ownOrganisations } from "@/lib/reports/organisation/organisation";
import { ownAreas } from "@/lib/reports/queries";
import { currentUser } from "@/lib/web/session";
import { areaHref, organisationHref } from "@/lib/organisations/area-address";

/** The areas this person is responsible for. Someone with only one goes straight to it. */
export default async function AreasPage() {
  const user = await currentUser();
  if (!can(user, "see areas")) notFound();
  const [areas, organisations] = await Promise.all([ownAreas(user), ownOrganisations(user)]);
  const all = [
    ...areas.map((area) => ({ name: area.name, href: areaHref(area) })),
    ...organisations.map(({ id, name }) => ({ name, href: organisationHref(id) })),
  ];
  const [only] = all;
  if (only && all.length === 1) redirect(only.href);
  return (
    <Page heading="Areas" back="/reports">
      {all.length === 0 ? (
        <EmptyState heading="No area yet">
          You do not have access to an area yet. Contact the support team to ask for one.
        </EmptyState>
      ) : (
        <>
          {areas.length > 0 && (
            <p>
              <Link href="/areas/compare">Compare areas side by side</Link>
            </p>
          )}
          <ul className="nhsuk-list">
            {all.map(({ name, href }) => (
              <li key={href}>
                <Link href={href}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
