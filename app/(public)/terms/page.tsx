import { Page } from "@/components/ui";
import { service } from "@/app/shell/service";
import { TermsText } from "./terms-text";

/** What everyone agrees to who has an account. */
export default function TermsPage() {
  const { organisation, support } = service();
  return (
    <Page heading="Terms of use" back="/">
      <p>Everyone who registers agrees to these terms. We keep a record of which version you agreed to and when.</p>
      <TermsText />
      <h2>Who we are</h2>
      <p>
        {organisation}. Questions: <a href={`mailto:${support.email}`}>{support.email}</a>.
      </p>
    </Page>
  );
}
