import { notFound } from "next/navigation";
import { InsetText, EmailPreview, Page, SummaryList } from "@/components/ui";
import { now } from "@/lib/clock";
import { keptEmail } from "@/lib/email/queries";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/format";

/** One message of a demo as its reader would get it: as plain text, or as HTML in a frame that can run nothing. */
export default async function KeptMessagePage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
}) {
  const { id } = await props.params;
  const asText = (await props.searchParams).as === "text";
  const email = await keptEmail(id, now());
  if (!email) notFound();
  return (
    <Page heading={email.subject} width="wide" back={{ href: "/dev/mail", label: "Emails kept by this demo" }}>
      <SummaryList
        rows={[
          { label: "To", value: email.to },
          { label: "Written", value: formatDateTime(email.queuedAt) },
          { label: "Status", value: email.lastError ? `${email.state}: ${email.lastError}` : email.state },
        ]}
      />
      {email.drawn ? (
        <EmailPreview
          subject={email.subject}
          text={email.drawn.text}
          asText={asText}
          address={`/dev/mail/${id}`}
          origin={env().APP_ORIGIN}
        />
      ) : (
        <InsetText>The password or link in this message has been used or replaced, or has expired.</InsetText>
      )}
    </Page>
  );
}
