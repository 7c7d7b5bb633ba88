import { HowTo } from "@/app/shell/how-to/how-to";
import { ButtonLink, EmptyState, NotificationBanner, Page, Table, WarningCallout } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatCount, formatList } from "@/lib/format";
import { askableBy } from "@/lib/people/askable-places";
import { thinPlaces } from "@/lib/people/cover";
import { ownFindingRequest } from "@/lib/people/finding-requests";
import { ownAccess } from "@/lib/people/own-access";
import { currentUser } from "@/lib/web/session";
import { service } from "@/app/shell/service";
import { ThinPlaces } from "@/app/(dashboard)/accounts/people/thin-places";
import { AskToSearch } from "./ask-to-search";
import { accessColumns, endedColumns, refusedColumns, waitingColumns } from "./columns";
import { WhatYouCanDo } from "./what-you-can-do";
import { WhenSomethingChanges } from "./when-something-changes";

/** What I may see and why. */
export default async function AccessPage(props: { searchParams: Promise<Said> }) {
  const user = await currentUser();
  const time = now();
  const [own, thin, toSearch] = await Promise.all([
    ownAccess(user, time),
    thinPlaces(user, time),
    ownFindingRequest(user),
  ]);
  const said = saidInWords(await props.searchParams);
  const mayLeave = can(user, "leave a place", user.id);
  return (
    <Page
      heading="My access"
      summary="What you can see, why, and how to ask for more."
      back={{ href: "/accounts", label: "Accounts" }}
      width="wide"
      banner={said && <NotificationBanner heading={said} success />}
    >
      <HowTo of="access" />
      {own.lastApproverOf.length > 0 && (
        <WarningCallout heading="You are the only approver">
          <p>No one else can approve people for {formatList(own.lastApproverOf)}. Two approvers are better.</p>
        </WarningCallout>
      )}
      <ThinPlaces thin={thin} />
      <WhatYouCanDo user={user} />
      <Table
        caption="You have access to"
        captionSize="m"
        columns={accessColumns(mayLeave)}
        rows={own.access}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState heading="Nothing yet">
            {user.kind === "support"
              ? "The support team does not need access to individual places."
              : "When your request is approved, the locations you can see will be listed here."}
          </EmptyState>
        }
      />
      <AskForMore askable={askableBy(user)} support={user.kind === "support"} />
      {can(user, "ask for access") && !can(user, "find capacity") && <AskToSearch asked={toSearch} />}
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
          caption="Your previous access"
          captionSize="m"
          columns={endedColumns}
          rows={own.ended}
          rowKey={(row) => String(row.id)}
        />
      )}
      <WhenSomethingChanges user={user} />
    </Page>
  );
}

interface Said {
  asked?: string;
  left?: string;
  search?: string;
  withdrawn?: string;
}

function saidInWords({ asked, left, search, withdrawn }: Said): string | null {
  if (withdrawn) return "You have withdrawn your request.";
  if (search) return "We have sent your request to support. We will email you.";
  return asked ? askedInWords(asked) : left ? "Your access there has ended." : null;
}

const askedInWords = (asked: string) =>
  `You asked for ${formatCount("place", Number(asked) || 1)}. Each request goes to that place’s approver, or to support where there is none. We will email you.`;

function AskForMore({ askable, support }: { askable: ReturnType<typeof askableBy>; support: boolean }) {
  if (support) return null;
  if (askable !== null) return <ButtonLink href="/accounts/access/ask">Ask for more access</ButtonLink>;
  const { name, email, phone } = service().support;
  return (
    <p>
      To change what this account can see, contact {name}: <a href={`mailto:${email}`}>{email}</a> or {phone}.
    </p>
  );
}
