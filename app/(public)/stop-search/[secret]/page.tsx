import { ActionForm, ActionLink, HiddenField, Page, SubmitButton } from "@/components/ui";
import { searchOfLink } from "@/lib/capacity/stop-search";
import { stopWithLink } from "./actions";

/** A mail's link to stop its search: one button. Looking changes nothing. */
export default async function StopSearchPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const search = await searchOfLink(secret);
  if (search === null || search.stopped)
    return (
      <Page heading={search ? "We no longer email you about this search" : "This link does not work"}>
        <p>{search ? `“${search.label}” has been stopped.` : "Sign in to see your saved searches."}</p>
        <ActionLink href="/find/searches">Your saved searches</ActionLink>
      </Page>
    );
  return (
    <Page heading="Stop emails about this search?" caption={search.label}>
      <ActionForm action={stopWithLink}>
        <HiddenField name="link" value={secret} />
        <SubmitButton pending="Stopping…">Stop emails</SubmitButton>
      </ActionForm>
    </Page>
  );
}
