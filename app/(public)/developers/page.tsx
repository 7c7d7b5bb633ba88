import Link from "next/link";
import { Details, InsetText, Page, SummaryList, Table } from "@/components/ui";
import { keyScopes } from "@/lib/api/key-scopes";
import { operations } from "@/lib/api/operations";
import { type RefusalKind, refusalKinds } from "@/lib/api/problem-details";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatMonth } from "@/lib/format";
import { questionsAsked } from "@/lib/questions/asked";
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
  const base = `${env().APP_ORIGIN}/api/v1`;
  return (
    <Page
      heading="For developers of other systems"
      width="wide"
      summary="File returns, update beds and read what is asked, without anyone typing it again."
    >
      <p>
        An approver makes a key under <Link href="/accounts/keys">Accounts, Keys for other systems</Link>. Send it with
        each request:
      </p>
      <InsetText>
        <p>
          <code className="break-all">Authorization: Bearer ctk_…</code>
        </p>
      </InsetText>
      <p>
        What you send is judged as our own forms judge it. Addresses begin with{" "}
        <code className="break-all">{base}</code>. All of it is described in{" "}
        <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
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
          { key: "scope", heading: "For keys that may", cell: ({ scope }) => keyScopes[scope].toLowerCase() },
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
