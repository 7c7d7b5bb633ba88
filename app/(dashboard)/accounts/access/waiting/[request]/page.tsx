import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton, SummaryList } from "@/components/ui";
import { levelLabels } from "@/components/people/words";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatAgo, formatCount, formatDateTime } from "@/lib/format";
import { ownRequest } from "@/lib/people/own-access";
import { currentUser } from "@/lib/web/session";
import { withdrawOwn } from "@/app/(dashboard)/accounts/access/actions";

/** The progress of the person's own request, who decides it, and a way to withdraw it. */
export default async function OwnRequestPage(props: { params: Promise<{ request: string }> }) {
  const user = await currentUser();
  const time = now();
  const own = await ownRequest(user, Number((await props.params).request), time);
  if (!own) notFound();
  const hours = formatCount("hour", env().REGISTRATION_WAITING_HOURS);
  return (
    <Page
      heading={own.place}
      caption="You asked for access"
      back={{ href: "/accounts/access", label: "My access" }}
      summary={`Asked ${formatAgo(own.requestedAt, time)}, at ${formatDateTime(own.requestedAt)}`}
    >
      <SummaryList
        rows={[
          { label: "User type", value: levelLabels[own.level] },
          {
            label: "Who decides",
            value:
              own.approvers > 0
                ? `${formatCount("approver", own.approvers)} for ${own.place}. After ${hours} our support team can decide too.`
                : "Our support team, because there is no approver yet.",
          },
        ]}
      />
      <p>We will email you the decision. If you do not need this any more, withdraw it: you can ask again later.</p>
      <ActionForm action={withdrawOwn}>
        <HiddenField name="request" value={own.id} />
        <SubmitButton look="secondary" pending="Withdrawing…">
          Withdraw request
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
