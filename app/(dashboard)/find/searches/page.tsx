import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { ActionForm, EmptyState, HiddenField, NotificationBanner, Page, SubmitButton } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { savedSearches } from "@/lib/capacity/save-search";
import { formatDate } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { stopThisSearch } from "./actions";

/** Someone's saved searches, which email them what is new, each with a button to stop it. */
export default async function SavedSearchesPage(props: { searchParams: Promise<{ saved?: string | string[] }> }) {
  const user = await currentUser();
  if (!can(user, "find capacity")) notFound();
  const searches = await savedSearches(user);
  const { saved } = await props.searchParams;
  return (
    <Page
      heading="Saved searches"
      back={{ href: "/find", label: "Find capacity" }}
      banner={
        saved !== undefined && (
          <NotificationBanner success heading="Saved. We will email you when something new matches." />
        )
      }
    >
      <HowTo of="searches" />
      {searches.length === 0 && (
        <EmptyState heading="No saved searches" action={{ href: "/find", label: "Find capacity" }}>
          <p>Search for a place and save the search. We will email you once for each new vacancy that matches.</p>
        </EmptyState>
      )}
      {searches.map(({ id, label, query, savedAt }) => (
        <section key={id} aria-labelledby={`search-${id}`}>
          <h2 className="nhsuk-heading-s" id={`search-${id}`}>
            <Link href={`/find?${query}`}>{label}</Link>
          </h2>
          <p>Saved on {formatDate(savedAt)}. We email you when something new matches.</p>
          <ActionForm action={stopThisSearch}>
            <HiddenField name="search" value={id} />
            <SubmitButton look="secondary" small pending="Stopping…">
              Stop
              <span className="nhsuk-u-visually-hidden"> emails about {label}</span>
            </SubmitButton>
          </ActionForm>
        </section>
      ))}
    </Page>
  );
}
