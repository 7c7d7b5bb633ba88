import Link from "next/link";
import {
  ButtonLink,
  EmptyState,
  NotificationBanner,
  Page,
  Table,
  Tag,
  WarningCallout,
  type Column,
} from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { counted, formatDate, formatList } from "@/lib/format";
import { askableBy } from "@/lib/people/askable-places";
import { daysAfterClosing } from "@/lib/people/closed-place";
import { thinness, thinPlaces } from "@/lib/people/cover";
import { ownAccess, type OwnAccess, type OwnRequest } from "@/lib/people/own-access";
import { currentUser } from "@/lib/session";
import { service } from "@/app/service";
import { levelLabels } from "../people/words";

const reach: Record<OwnAccess["kind"], string> = {
  location: "This location",
  provider: "All locations of this organisation",
  area: "All locations in this area",
  service: "The service",
};

/** What I may see and why. */
export default async function AccessPage(props: { searchParams: Promise<{ asked?: string; left?: string }> }) {
  const user = await currentUser();
  const time = now();
  const [own, thin] = await Promise.all([ownAccess(user, time), thinPlaces(user, time)]);
  const { asked, left } = await props.searchParams;
  const said = asked ? askedInWords(asked) : left ? "Your access there has ended." : null;
  const mayLeave = can(user, "leave a place", user.id);
  return (
    <Page
      heading="My access"
      summary="What you may see, why, and how to ask for more."
      back={{ href: "/accounts", label: "Accounts" }}
      width="wide"
      banner={said && <NotificationBanner heading={said} success />}
    >
      {own.lastApproverOf.length > 0 && (
        <WarningCallout heading="You are the only approver">
          <p>Nobody else can approve people for {formatList(own.lastApproverOf)}. Two approvers are better.</p>
        </WarningCallout>
      )}
      {thin.total > 0 && (
        <WarningCallout heading="Some of your locations need more people">
          <p>Each location needs an approver. Two people are advised, so that a holiday costs no window.</p>
          <ul>
            {thin.rows.map((place) => (
              <li key={place.id}>
                {place.name}: {thinness(place)}
              </li>
            ))}
          </ul>
        </WarningCallout>
      )}
      <Table
        caption="You have access to"
        captionSize="m"
        columns={accessColumns(mayLeave)}
        rows={own.access}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState heading="Nothing yet">
            {user.kind === "support"
              ? "As a member of the support team you see everything."
              : "When a request of yours is approved, what you may see is listed here."}
          </EmptyState>
        }
      />
      <AskForMore askable={askableBy(user)} support={user.kind === "support"} />
      {own.waiting.length > 0 && (
        <Table
          caption="Waiting for a decision"
          captionSize="m"
          columns={waitingColumns}
          rows={own.waiting}
          rowKey={(row) => String(row.id)}
        />
      )}
      {own.refused.length > 0 && (
        <Table
          caption="Not approved"
          captionSize="m"
          columns={refusedColumns}
          rows={own.refused}
          rowKey={(row) => String(row.id)}
        />
      )}
      {own.ended.length > 0 && (
        <Table
          caption="You had access before"
          captionSize="m"
          columns={[
            { key: "place", heading: "Place", cell: (row) => row.place },
            {
              key: "at",
              heading: "Ended",
              cell: (row) => `${row.at ? formatDate(row.at) : ""}${row.by ? `, by ${row.by}` : ""}`,
            },
            { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
          ]}
          rows={own.ended}
          rowKey={(row) => String(row.id)}
        />
      )}
      <h2 className="nhsuk-heading-m">When something changes</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>If you leave, tell your approver, or give up your access here. What you filed stays, under your name.</li>
        <li>
          If a location closes, you can still read what was filed there for {daysAfterClosing} days. Then your access
          ends by itself.
        </li>
        <li>
          If a location goes to another provider under the same registration, you keep your access until the new
          provider’s approver ends it. Under a new registration it is a new location: ask for it.
        </li>
      </ul>
    </Page>
  );
}

const askedInWords = (asked: string) =>
  `You asked for ${counted("place", Number(asked) || 1)}. Each request goes to that place’s approver, or to support where there is none. We will email you.`;

const accessColumns = (mayLeave: boolean): Column<OwnAccess>[] => [
  {
    key: "place",
    heading: "Place",
    rowHeader: true,
    cell: (row) => (
      <>
        {row.place}
        <br />
        <span className="nhsuk-body-s">{reach[row.kind]}</span>
      </>
    ),
  },
  { key: "level", heading: "As", cell: (row) => levelLabels[row.level] },
  { key: "why", heading: "Why", cell: (row) => whyInWords(row) },
  { key: "until", heading: "Until", cell: (row) => <Until row={row} /> },
  ...(mayLeave
    ? [
        {
          key: "leave",
          heading: "Change",
          cell: (row: OwnAccess) => (
            <Link href={`/accounts/access/${row.id}/leave`}>
              Give up<span className="nhsuk-u-visually-hidden"> {row.place}</span>
            </Link>
          ),
        },
      ]
    : []),
];

function whyInWords({ since, by, askedAt }: OwnAccess): string {
  const who = by ? `${by} let you in` : "You were let in";
  return `${who} on ${formatDate(since)}${askedAt ? `, because you asked on ${formatDate(askedAt)}` : ""}`;
}

function Until({ row }: { row: OwnAccess }) {
  if (row.closedOn && row.until)
    return (
      <>
        <Tag colour="grey">Closed {formatDate(row.closedOn)}</Tag>
        <br />
        You can read it until {formatDate(row.until)}.
        {row.successors.map((next) => (
          <span key={next.id}>
            <br />
            <Link href={`/accounts/access/ask?by=postcode&words=${encodeURIComponent(next.name)}`}>
              Ask for {next.name}, which took over
            </Link>
          </span>
        ))}
      </>
    );
  return <>{row.until ? formatDate(row.until) : "Not limited"}</>;
}

const waitingColumns: Column<OwnRequest>[] = [
  { key: "place", heading: "Place", cell: (row) => row.place },
  { key: "level", heading: "As", cell: (row) => levelLabels[row.level] },
  { key: "asked", heading: "Asked", cell: (row) => formatDate(row.requestedAt) },
];

const refusedColumns: Column<OwnRequest>[] = [
  { key: "place", heading: "Place", cell: (row) => row.place },
  { key: "at", heading: "Decided", cell: (row) => (row.rejectedAt ? formatDate(row.rejectedAt) : "") },
  { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
];

function AskForMore({ askable, support }: { askable: ReturnType<typeof askableBy>; support: boolean }) {
  if (support) return null;
  if (askable !== null) return <ButtonLink href="/accounts/access/ask">Ask for more access</ButtonLink>;
  const { name, email, phone } = service().support;
  return (
    <p>
      To change what this account may see, ask {name}: <a href={`mailto:${email}`}>{email}</a> or {phone}.
    </p>
  );
}
