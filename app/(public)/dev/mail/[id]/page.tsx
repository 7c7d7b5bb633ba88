import { notFound } from "next/navigation";
import { InsetText, Page, SummaryList } from "@/components/ui";
import { now } from "@/lib/clock";
import { keptEmail } from "@/lib/email/send/queries";
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
  const address = `/dev/mail/${id}`;
  return (
    <Page heading={email.subject} width="wide" back={{ href: "/dev/mail", label: "Mail kept by this demo" }}>
      <SummaryList
        rows={[
          { label: "To", value: email.to },
          { label: "Written", value: formatDateTime(email.queuedAt) },
          { label: "State", value: email.lastError ? `${email.state}: ${email.lastError}` : email.state },
        ]}
      />
      {email.drawn ? (
        <>
          <p>{asText ? <a href={address}>Show as HTML</a> : <a href={`${address}?as=text`}>Show as plain text</a>}</p>
          {asText ? (
            <PlainText text={email.drawn.text} />
          ) : (
            <iframe
              className="ct-mail"
              title={email.subject}
              src={`${address}/html`}
              sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
              width="100%"
              height="900"
            />
          )}
        </>
      ) : (
        <InsetText>The password or link in this message was used, was replaced or has run out.</InsetText>
      )}
    </Page>
  );
}

/** The text with its addresses as links, as a mail program shows it. */
function PlainText({ text }: { text: string }) {
  const { origin } = new URL(env().APP_ORIGIN);
  const parts = text.split(/(https?:\/\/[^\s]*[^\s.,;])/);
  return (
    <pre className="ct-mail-text whitespace-pre-wrap">
      {parts.map((part, i) =>
        part.startsWith(`${origin}/`) ? (
          <a key={i} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
