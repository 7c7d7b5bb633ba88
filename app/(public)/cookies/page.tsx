import { Page, Table } from "@/components/ui";

const cookies = [
  {
    name: "capacity-session",
    why: "Keeps you signed in",
    lasts: "Up to 12 hours, or 30 days if you ask to stay signed in",
  },
  {
    name: "capacity-device",
    why: "Recognises a device you have signed in from, so that a stranger cannot lock you out",
    lasts: "180 days",
  },
  { name: "capacity-draft", why: "Finds your unfinished registration", lasts: "24 hours" },
  {
    name: "capacity-draft-open",
    why: "Remembers that you entered the email address for that registration",
    lasts: "Until you close the browser",
  },
  {
    name: "capacity-registered",
    why: "Shows you the reference of the registration you completed",
    lasts: "Until you close the browser",
  },
  {
    name: "capacity-reset",
    why: "Takes you from the link in an email to choosing a new password",
    lasts: "As long as the link works",
  },
  {
    name: "capacity-address",
    why: "Takes you from the link in an email to confirming a new email address",
    lasts: "1 hour",
  },
  { name: "capacity-wrote", why: "Makes sure that figures include what you have just sent", lasts: "A few seconds" },
  { name: "capacity-recovery", why: "Shows you your recovery codes once", lasts: "15 minutes" },
];

/** Only what the service needs to work: nothing to accept or refuse. */
export default function CookiesPage() {
  return (
    <Page heading="Cookies">
      <p>
        Cookies are small files that a website saves on your device. We only use cookies that this service needs to
        work, so we do not ask you to accept them. We do not measure visits and do not share anything with advertisers.
      </p>
      <Table
        caption="Cookies that this service needs"
        columns={[
          { key: "name", heading: "Name", rowHeader: true, cell: (row) => <code>{row.name}</code> },
          { key: "why", heading: "What it is for", cell: (row) => row.why },
          { key: "lasts", heading: "How long it lasts", cell: (row) => row.lasts },
        ]}
        rows={cookies}
        rowKey={(row) => row.name}
      />
      <p>
        On a secure (https) address their names begin with <code>__Host-</code>.
      </p>
    </Page>
  );
}
