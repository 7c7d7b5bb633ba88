import { notFound } from "next/navigation";
import {
  ActionForm,
  Details,
  HiddenField,
  InsetText,
  NotificationBanner,
  Page,
  SubmitButton,
  SummaryList,
  Tag,
} from "@/components/ui";
import { email } from "@/lib/email/queries";
import { formatDateTime } from "@/lib/format";
import { supportUser } from "@/lib/web/session";
import { resendMessage } from "@/app/(admin)/admin/mail/actions";
import { emailStates, templateLabel } from "@/app/(admin)/admin/mail/states";

/** One email: who it went to and what it was about, but never the password or link in it. */
export default async function MessagePage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ again?: string | string[] }>;
}) {
  const user = await supportUser();
  const { id } = await props.params;
  const message = await email(user, id);
  if (!message) notFound();
  const again = (await props.searchParams).again !== undefined;
  const { label, colour } = emailStates[message.state];
  return (
    <Page
      heading={message.subject}
      caption="Emails"
      width="wide"
      back={{ href: "/admin/mail", label: "Emails" }}
      banner={again && <NotificationBanner success heading="The message is being sent." />}
    >
      <SummaryList
        rows={[
          { label: "To", value: message.account ? `${message.to} (${message.account})` : message.to },
          { label: "Kind", value: templateLabel(message.template) },
          { label: "Status", value: <Tag colour={colour}>{label}</Tag> },
          { label: "Written", value: formatDateTime(message.queuedAt) },
          { label: "Sent", value: message.sentAt ? formatDateTime(message.sentAt) : "Not yet" },
          { label: "Attempts", value: String(message.attempts) },
          ...(message.state === "waiting" && message.nextTryAt
            ? [{ label: "Next attempt", value: formatDateTime(message.nextTryAt) }]
            : []),
          ...(message.lastError ? [{ label: "Last error", value: message.lastError }] : []),
          ...(message.transport ? [{ label: "Sent by", value: message.transport }] : []),
          { label: "Message id", value: message.id },
        ]}
      />
      {message.facts ? (
        <>
          <Details summary="What the message is about">
            <SummaryList rows={factsIn(message.facts)} />
          </Details>
          <ActionForm action={resendMessage}>
            <HiddenField name="id" value={message.id} />
            <SubmitButton look="secondary" pending="Sending…">
              Send again
            </SubmitButton>
          </ActionForm>
          <p className="nhsuk-hint">
            {message.sentAt
              ? "We will send a second message with the same contents. A password or link that has been used or has expired will still not work."
              : "We will try to send the message again straight away."}
          </p>
        </>
      ) : (
        <InsetText>The text of this message has been cleared, so it cannot be sent again.</InsetText>
      )}
    </Page>
  );
}

/** Each fact under its name in words; numbers of rows say nothing to a reader. */
const factsIn = (facts: Record<string, unknown>) =>
  Object.entries(facts).flatMap(([name, fact]) => {
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return name.endsWith("Id") ? [] : [{ label: words.charAt(0).toUpperCase() + words.slice(1), value: inWords(fact) }];
  });

function inWords(fact: unknown): string {
  if (Array.isArray(fact)) return fact.map(inWords).join("; ");
  if (fact !== null && typeof fact === "object")
    return Object.entries(fact)
      .flatMap(([name, one]) => (name.endsWith("Id") ? [] : [inWords(one)]))
      .join(", ");
  if (typeof fact === "string" && /^\d{4}-\d{2}-\d{2}T/.test(fact)) return formatDateTime(new Date(fact));
  if (typeof fact === "boolean") return fact ? "yes" : "no";
  return typeof fact === "string" || typeof fact === "number" ? String(fact) : "";
}
