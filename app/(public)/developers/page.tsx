import { Link } from "@/components/ui/link";
import { Details, InsetText, Page, SummaryList, Table } from "@/components/ui";
import { freeMeans } from "@/lib/api/feed/counted";
import { feedLicence } from "@/lib/api/feed/licence";
import { keyScopes } from "@/lib/api/key-scopes";
import { operations } from "@/lib/api/operations";
import { type RefusalKind, refusalKinds } from "@/lib/api/problem-details";
import { webhookEvents } from "@/lib/api/webhooks/webhook-events";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatList, formatMonth, inSentence } from "@/lib/format";
import { questionsAsked } from "@/lib/questions/asked";
import { services, serviceWords } from "@/lib/capacity/services";
import { countsBeds } from "@/lib/questions/sets";
import { collectionKeys, collections } from "@/lib/questions/collections";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";

const whyRefused: Record<RefusalKind, string> = {
  "no-key": "The key is missing, has ended, or its holder no longer approves for any of its locations.",
  "wrong-scope": "The key works, but was not made for this. An approver can make another.",
  "not-found": "It does not exist, or it is not for this key.",
  unreadable: "It is not JSON, or does not fit the schema. Nothing was stored.",
  "no-idempotency-key": "Send a new Idempotency-Key, such as a UUID, with each thing you send.",
  "wrong-type": "Send Content-Type: application/json.",
  "too-large": "Send less than 200,000 characters.",
  "key-used": "You have sent something else with this Idempotency-Key. Send what you have changed with a new one.",
  refused:
    "The same sentences as in our forms, each with its place in what you sent. Show them to the person who can put them right. A warning is accepted if you send its code under “accepted”.",
  "too-many": "Wait as long as Retry-After says.",
  "wrong-method": "Use the methods in the description: GET to read, POST to send.",
  "wrong-host": "Ask at the address of the service, which begins the type of this problem.",
  abroad:
    "This service can only be used from the United Kingdom. Ask its support team if you work for a UK organisation.",
  busy: "Nothing was lost. Send it again, with the same Idempotency-Key, after as long as Retry-After says.",
};

/** How another system uses the service: what it can ask and send, made from what is asked this month. */
export default async function DevelopersPage() {
  const calendar = await calendarNow();
  const month = monthFor(now());
  const bedTypes = calendar.bedTypesFor(collectionKeys.filter(countsBeds), month);
  const base = `${env().APP_ORIGIN}/api/v1`;
  return (
    <Page
      heading="For developers of other systems"
      width="wide"
      summary="File returns, update beds and read what is asked, without anyone typing it again."
    >
      <p>
        An approver makes a key under <Link href="/accounts/keys">Accounts, Keys for other systems</Link>. The support
        team makes one for someone who oversees an area or an organisation: it reads which locations have filed, their
        beds and receipts, and the figures of the area, and can send nothing. An approver for a whole organisation can
        make one for all its locations, also those that join later. Send the key with each request:
      </p>
      <InsetText>
        <p>
          <code className="break-all">Authorization: Bearer ctk_…</code>
        </p>
      </InsetText>
      <p>
        We check what you send as our own forms do. Addresses begin with <code className="break-all">{base}</code>. All
        of it is described in <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
      </p>
      <Table
        caption="What you can ask and send"
        captionSize="m"
        rows={[...operations]}
        rowKey={({ method, path }) => method + path}
        columns={[
          { key: "what", heading: "What it does", rowHeader: true, cell: ({ summary }) => summary },
          {
            key: "address",
            heading: "Address",
            cell: ({ method, path }) => (
              <code className="break-all">
                {method.toUpperCase()} {path || "/"}
              </code>
            ),
          },
          {
            key: "scope",
            heading: "For keys that may",
            cell: ({ scope }) => (scope === null ? "Anyone, without a key" : keyScopes[scope].toLowerCase()),
          },
        ]}
      />
      <h2 className="nhsuk-heading-m" id="webhooks">
        Webhooks
      </h2>
      <p>
        Whoever looks after a key can add a webhook to it, under Keys for other systems. We then post to its address
        what happens: {formatList(Object.values(webhookEvents).map(inSentence))}. It hears what its key may read. The
        OpenAPI description says what each looks like: what happened, where, and the address to read it at with the key.
      </p>
      <p>
        Each post is signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks 1.0</a> describes it, with
        the secret that is shown when the webhook is added: check the signature before you believe it. When the secret
        has been changed, webhook-signature holds a signature for the old one too for 24 hours, after a space: believe
        what either proves, as the libraries of Standard Webhooks do. Answer with any status from 200 to 299 within 10
        seconds. We try again after 1, 5 and 30 minutes and 2, 5, 10 and 24 hours, and follow no redirects. Events can
        arrive out of order and more than once: webhook-id is the same each time. A webhook to which nothing arrives for
        five days, or whose address answers 410, is paused. Read what you missed from the receipts and beds.
      </p>
      <h2 className="nhsuk-heading-m" id="open-data">
        Open data
      </h2>
      <p>
        Where the support team has switched it on, anyone can read which places are free, without a key: as JSON, CSV,
        FHIR R4 and HSDS 3.1. It is published every 15 minutes. Send the ETag of your last answer as If-None-Match to
        hear whether anything is new. Read all pages once, then ask for the changes since the version that came with the
        first.
      </p>
      <SummaryList
        rows={[
          { label: <span id="capacity">Free</span>, value: freeMeans },
          {
            label: <span id="bed-types">Types of bed</span>,
            value: bedTypes.map(({ key, label }) => `${label} (${key})`).join(", "),
          },
          {
            label: <span id="services">Services</span>,
            value: services.map((key) => `${serviceWords[key].label} (${key})`).join(", "),
          },
          { label: "Licence", value: <a href={feedLicence.licence}>Open Government Licence v3.0</a> },
          { label: "Name as its source", value: feedLicence.attribution },
        ]}
      />
      <h2 className="nhsuk-heading-m">What is asked for {formatMonth(month)}</h2>
      {collectionKeys.map((key) => (
        <Details key={key} summary={`${collections[key].label} (${key})`}>
          <SummaryList
            rows={questionsAsked(key, month, calendar.seasonsIn(month)).map((question) => ({
              label: question.short,
              value: (
                <>
                  {question.label} <code className="break-all">{question.key}</code>
                </>
              ),
            }))}
          />
        </Details>
      ))}
      <h2 className="nhsuk-heading-m">When something is not done</h2>
      <p>
        The answer is a problem as RFC 9457 describes it. Its type leads here. Send the same again only where it says
        so.
      </p>
      <dl>
        {(Object.keys(refusalKinds) as RefusalKind[]).map((kind) => (
          <div key={kind} id={kind}>
            <dt>
              <strong>
                {refusalKinds[kind].status}: {refusalKinds[kind].title}
              </strong>
            </dt>
            <dd>{whyRefused[kind]}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
