import { ActionLink, Page } from "@/components/ui";

/** For somebody who comes without the link of their mail. */
export default function ConfirmBedsPage() {
  return (
    <Page heading="Confirm your beds">
      <p>Open the link in our email to confirm your beds with one press. Or sign in and confirm them there.</p>
      <ActionLink href="/beds">Sign in and update your beds</ActionLink>
    </Page>
  );
}
