import { ActionLink, Page } from "@/components/ui";

/** For someone who comes without the link in their email. */
export default function ConfirmBedsPage() {
  return (
    <Page heading="Confirm your beds">
      <p>Open the link in our email to confirm your beds with one press, or sign in and confirm them.</p>
      <ActionLink href="/beds">Sign in and update your beds</ActionLink>
    </Page>
  );
}
