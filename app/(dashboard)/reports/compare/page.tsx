import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { EmptyState, Page } from "@/components/ui";
import { isFilingKind } from "@/lib/access/kinds";
import { comparableLocations } from "@/lib/reports/comparison/compare-location";
import { currentUser } from "@/lib/web/session";

/** Which location is to be compared with others like it. Someone with only one goes straight to it. */
export default async function ComparePage() {
  const user = await currentUser();
  if (!isFilingKind(user.kind)) notFound();
  const locations = await comparableLocations(user);
  const [only] = locations;
  if (only && locations.length === 1) redirect(`/reports/compare/${only.id}`);
  return (
    <Page heading="How you compare" back="/reports">
      {locations.length === 0 ? (
        <EmptyState heading="Nothing to compare yet">
          When you have access to a care home or a home care service, you can see here how it compares with others.
        </EmptyState>
      ) : (
        <>
          <p>Choose a location to see it beside similar ones nearby.</p>
          <ul className="nhsuk-list">
            {locations.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/reports/compare/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
