import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ActionForm,
  ButtonLink,
  HiddenField,
  NotificationBanner,
  Page,
  SubmitButton,
  SummaryList,
  Tag,
} from "@/components/ui";
import type { DeliverySeen } from "@/lib/api/webhooks/deliveries";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { formatDateTime } from "@/lib/format";
import { switchThisWebhook, testThisWebhook } from "./actions";
import { DeliveriesTable } from "./deliveries-table";
import { eventInWords, webhookStates, whyPaused } from "./webhook-words";

const banners: Record<string, string> = {
  test: "We are sending a test. Open this page again in a moment to see whether it arrived.",
  again: "We are sending it again. Open this page again in a moment to see whether it arrived.",
  pause: "This webhook is paused. Nothing is sent to it until someone resumes it.",
  resume: "This webhook is on again. We will send it what happens from now on.",
};

/** One webhook: how it stands, what it was sent and how that went, and what can be done about it, from `path` on. */
export function WebhookPage(props: {
  hook: WebhookSeen;
  path: string;
  deliveries: readonly DeliverySeen[];
  back: { href: string; label: string };
  done: string | string[] | undefined;
}) {
  const { hook, deliveries } = props;
  const { label, colour } = webhookStates[hook.state];
  const banner = typeof props.done === "string" ? banners[props.done] : undefined;
  const sends = hook.state !== "paused" && hook.state !== "key ended";
  return (
    <Page
      heading={`Webhook of ${hook.system}`}
      back={props.back}
      width="wide"
      banner={banner && <NotificationBanner success heading={banner} />}
    >
      <HowTo of="webhooks" />
      <SummaryList
        rows={[
          { label: "Address", value: <span className="break-all">{hook.address}</span> },
          {
            label: "Status",
            value: (
              <>
                <Tag colour={colour}>{label}</Tag> {whyPaused(hook)}
              </>
            ),
          },
          { label: "What it is told", value: hook.events.map(eventInWords).join("; ") },
          { label: "Uses the access of", value: hook.holder },
          { label: "Added", value: formatDateTime(hook.madeAt) },
          ...(hook.earlierSecretUntil
            ? [
                {
                  label: "Secret",
                  value: `Changed. The old one works until ${formatDateTime(hook.earlierSecretUntil)}`,
                },
              ]
            : []),
          { label: "Last delivered", value: hook.deliveredAt ? formatDateTime(hook.deliveredAt) : "Never" },
        ]}
      />
      <div className="mb-6 flex flex-wrap gap-x-4">
        {sends && (
          <ActionForm action={testThisWebhook}>
            <HiddenField name="webhook" value={hook.id} />
            <SubmitButton look="secondary" pending="Sending…">
              Send a test
            </SubmitButton>
          </ActionForm>
        )}
        {hook.state !== "key ended" && (
          <Switch id={hook.id} to={hook.state === "paused" ? "resume" : "pause"}>
            {hook.state === "paused" ? "Resume" : "Pause"}
          </Switch>
        )}
        {hook.state !== "key ended" && (
          <ButtonLink href={`${props.path}/secret`} look="secondary">
            Change its secret
          </ButtonLink>
        )}
        <ButtonLink href={`${props.path}/end`} look="secondary">
          End this webhook
        </ButtonLink>
      </div>
      <DeliveriesTable deliveries={deliveries} sends={sends} />
    </Page>
  );
}

const Switch = ({ id, to, children }: { id: number; to: string; children: React.ReactNode }) => (
  <ActionForm action={switchThisWebhook}>
    <HiddenField name="webhook" value={id} />
    <HiddenField name="to" value={to} />
    <SubmitButton look="secondary">{children}</SubmitButton>
  </ActionForm>
);
