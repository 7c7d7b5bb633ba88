import { Details, Table } from "@/components/ui";
import type { DemoAccounts } from "@/lib/accounts/demo-accounts";

/** Who anyone may be in a demo: an address to copy for each kind of user, and their one password. */
export function DemoPeople({ demo }: { demo: DemoAccounts }) {
  return (
    <Details summary="People in this demo" open>
      <p>
        Everyone’s password is <code>{demo.password}</code>
      </p>
      <Table
        caption="Sign in as"
        captionHidden
        compact
        columns={[
          { key: "email", heading: "Email address", cell: (person) => person.email, rowHeader: true },
          { key: "who", heading: "Who", cell: (person) => person.who },
        ]}
        rows={demo.people}
        rowKey={(person) => person.email}
      />
    </Details>
  );
}
