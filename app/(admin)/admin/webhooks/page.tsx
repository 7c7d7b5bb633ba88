import { HowTo } from "@/app/shell/how-to/how-to";
import { type AddressParams, ListSearchForm, ListTable, readTableAddress } from "@/components/tables";
import { EmptyState, NotificationBanner, Page } from "@/components/ui";
import { webhookColumns } from "@/app/shell/webhooks/webhook-columns";
import { webhookStates } from "@/app/shell/webhooks/webhook-words";
import type { WebhookState } from "@/lib/api/webhooks/webhook-standing";
import { webhookList } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

const path = "/admin/webhooks";
const states = Object.keys(webhookStates) as WebhookState[];

/** Every webhook that has not ended, with how it stands, newest first. */
export default async function AdminWebhooksPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await searchParams;
  const time = now();
  const words = ([params.words].flat()[0] ?? "").trim().slice(0, 200);
  const state = states.find((each) => each === [params.state].flat()[0]);
  const columns = webhookColumns(time, path, true);
  const place = readTableAddress(params, columns, { sort: { by: "id", direction: "descending" } });
  const { rows, total } = await webhookList(user, { ...place, words, ...(state && { state }) }, time);
  const sought = words !== "" || state !== undefined;
  return (
    <Page
      heading="Webhooks"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      summary="What other systems are told, and whether it arrives. Add one from the page of its key."
      banner={params.done === "end" && <NotificationBanner success heading="That webhook has ended." />}
    >
      <HowTo of="see-to-webhooks" />
      <ListSearchForm
        path={path}
        press="Find"
        sought={{ label: "Find a webhook", hint: "Its address or system, or whose access it has", value: words }}
        chosen={{
          ...{ name: "state", label: "Status", value: state ?? "" },
          choices: { "": "All", ...Object.fromEntries(states.map((each) => [each, webhookStates[each].label])) },
        }}
      />
      <ListTable
        caption="Webhooks, newest first"
        of={["webhook", "webhooks"]}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        total={total}
        path={path}
        params={{ ...params, done: undefined }}
        place={place}
        filters={[
          ...(words ? [{ label: `“${words}”`, without: { words: null } }] : []),
          ...(state ? [{ label: webhookStates[state].label, without: { state: null } }] : []),
        ]}
        empty={
          sought ? (
            <EmptyState heading="No webhooks match" action={{ href: path, label: "Show all" }}>
              <p>Webhooks that have ended are not listed.</p>
            </EmptyState>
          ) : (
            <EmptyState heading="No webhooks">No other system is told what happens here.</EmptyState>
          )
        }
      />
    </Page>
  );
}
