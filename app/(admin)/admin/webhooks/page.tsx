import { WebhooksTable } from "@/app/shell/webhooks/webhooks-table";
import { NotificationBanner, Page } from "@/components/ui";
import { webhooksSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** Every webhook that has not ended, with how it stands. */
export default async function AdminWebhooksPage(props: { searchParams: Promise<{ done?: string | string[] }> }) {
  const user = await supportUser();
  const time = now();
  const hooks = await webhooksSeenBy(user, time);
  const ended = (await props.searchParams).done === "end";
  return (
    <Page
      heading="Webhooks"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      summary="What other systems are told, and whether it arrives. Add one from the page of its key."
      banner={ended && <NotificationBanner success heading="That webhook has ended." />}
    >
      <WebhooksTable hooks={hooks} now={time} path="/admin/webhooks" ofAll />
    </Page>
  );
}
