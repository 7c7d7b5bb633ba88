import { HowTo } from "@/app/shell/how-to/how-to";
import { redirect } from "next/navigation";
import { NotificationBanner, Page, WarningCallout } from "@/components/ui";
import { formatList } from "@/lib/format";
import { closingRequestsAbout } from "@/lib/people/closing-requests";
import { currentUser } from "@/lib/web/session";
import { AccessTable, EndedAccessTable } from "@/components/people/access-table";
import { recordHref } from "@/components/people/address";
import { idOf } from "@/components/tables";
import { foundPerson } from "@/app/shell/found-person";
import { PersonActs } from "@/components/people/person-acts";
import { AskedOfSupport } from "@/app/(dashboard)/accounts/people/asked-of-support";
import { PersonSummary } from "@/components/people/person-summary";
import { doneLabels } from "@/components/people/words";

/** Someone with access to what this person approves for. */
export default async function PersonPage(props: {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ done?: string }>;
}) {
  const user = await currentUser();
  const { person } = await props.params;
  const id = idOf(person);
  if (user.kind === "support" && id !== null) redirect(recordHref(user, id));
  const found = await foundPerson(user, person);
  const asked = await closingRequestsAbout(user, found.id);
  const { done } = await props.searchParams;
  const said = done === undefined ? undefined : doneLabels[done];
  return (
    <Page
      heading={found.name}
      caption="Manage users"
      back={{ href: "/accounts/people", label: "Manage users" }}
      width="wide"
      banner={said && <NotificationBanner heading={said} success />}
    >
      <HowTo of="colleague" />
      <PersonSummary person={found} />
      {found.self && <p>This is you. Change your own access under My access.</p>}
      {found.lastApproverOf.length > 0 && (
        <WarningCallout heading="The only approver">
          <p>No one else can approve people for {formatList(found.lastApproverOf)}. Two approvers are better.</p>
        </WarningCallout>
      )}
      <AskedOfSupport requests={asked} />
      <PersonActs person={found} asked={asked.some(({ answer }) => answer === null)} />
      <AccessTable access={found.access} base={`/accounts/people/${found.id}`} />
      <EndedAccessTable access={found.ended} />
    </Page>
  );
}
