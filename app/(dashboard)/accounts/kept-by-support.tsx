import { service } from "@/app/shell/service";
import { Page } from "@/components/ui";

/** What the pages about one person's sign-in say to a shared account. */
export function KeptBySupport({ heading }: { heading: string }) {
  const { support } = service();
  return (
    <Page heading={heading} back={{ href: "/accounts", label: "Accounts" }}>
      <p>
        Several people use this account, so support keeps its password, and it has no code from a phone. If someone
        knows the password who should not, ring {support.name}: {support.phone}.
      </p>
    </Page>
  );
}
