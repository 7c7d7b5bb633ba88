import { Page, Table } from "@/components/ui";
import { service } from "@/app/shell/service";
import { formatDate } from "@/lib/format";
import { termsVersions } from "@/lib/registrations/terms";
import { TermsText } from "./terms-text";

/** What everyone with an account agrees to. */
export default function TermsPage() {
  const { organisation, support } = service();
  return (
    <Page heading="Terms of use" back="/">
      <p>Everyone who registers agrees to these terms. We keep a record of which version you agreed to and when.</p>
      <TermsText />
      <Table
        caption="Versions of these terms"
        rows={[...termsVersions]}
        rowKey={({ version }) => version}
        columns={[
          { key: "version", heading: "Version", cell: ({ version }) => version },
          { key: "from", heading: "In force from", cell: ({ from }) => formatDate(from) },
        ]}
      />
      <h2>Who we are</h2>
      <p>
        {organisation}. Questions: <a href={`mailto:${support.email}`}>{support.email}</a>.
      </p>
    </Page>
  );
}
