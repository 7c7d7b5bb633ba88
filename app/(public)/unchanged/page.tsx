import { ActionLink, Page } from "@/components/ui";

/** For someone who comes without the link in their reminder. */
export default function UnchangedPage() {
  return (
    <Page heading="Nothing has changed">
      <p>
        Open the link in your reminder to file your last figures again with one press, or sign in and file your return.
      </p>
      <ActionLink href="/returns">Sign in and file your return</ActionLink>
    </Page>
  );
}
