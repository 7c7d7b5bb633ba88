import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ActionForm,
  CheckboxField,
  EmptyState,
  NotificationBanner,
  Page,
  SubmitButton,
  Table,
  TextareaField,
} from "@/components/ui";
import { Link } from "@/components/ui/link";
import { findingSettings } from "@/lib/access/finding-settings";
import { now } from "@/lib/clock";
import { formatAgo } from "@/lib/format";
import { findingRequestsWaiting } from "@/lib/people/finding-requests";
import { supportUser } from "@/lib/web/session";
import { saveFindingSettings } from "./actions";

/** What support decides about Find: who can search, and whether people can say that they are asking about a bed. */
export default async function FindSettingsPage(props: { searchParams: Promise<{ done?: string | string[] }> }) {
  const user = await supportUser();
  const time = now();
  const [settings, waiting] = await Promise.all([findingSettings(), findingRequestsWaiting(user)]);
  const changed = (await props.searchParams).done !== undefined;
  return (
    <Page
      heading="Find capacity"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      banner={changed && <NotificationBanner success heading="Your change is saved and in use now." />}
    >
      <HowTo of="find-settings" />
      <Table
        caption="People who ask to search for free beds"
        captionSize="m"
        rows={waiting}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState heading="No one is waiting">People ask from My access, under Accounts.</EmptyState>}
        columns={[
          {
            key: "name",
            heading: "Name",
            cell: ({ account }) => <Link href={`/admin/people/${account.id}`}>{account.fullName}</Link>,
          },
          { key: "reason", heading: "Why", cell: ({ reason }) => reason },
          { key: "asked", heading: "Requested", cell: ({ askedAt }) => formatAgo(askedAt, time) },
        ]}
      />
      <h2 className="nhsuk-heading-m">Settings</h2>
      <ActionForm action={saveFindingSettings}>
        <CheckboxField
          name="searchAtOnce"
          label="Let everyone who asks search for free beds at once"
          hint="If you do not tick this, support decides each request"
          checked={settings.searchAtOnce}
        />
        <CheckboxField
          name="enquiries"
          label="Let people who search say that they are asking about a bed"
          hint="The home and others who search will see who is asking, and until when. It does not hold the bed"
          checked={settings.enquiries}
        />
        <CheckboxField
          name="openFeed"
          label="Publish free places as open data"
          hint="Anyone can read what Find shows of each location: its address, rating, free beds and hours, and when they were confirmed. It starts within 15 minutes, and stops at once when you switch it off"
          checked={settings.openFeed}
        />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save the settings</SubmitButton>
      </ActionForm>
    </Page>
  );
}
