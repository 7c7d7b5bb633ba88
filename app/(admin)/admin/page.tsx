import { HowTo } from "@/app/shell/how-to/how-to";
import { Page, Tile, Tiles } from "@/components/ui";
import { webhooksUnheard } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { emailCounts } from "@/lib/email/queries";
import { formatCount, formatNumber } from "@/lib/format";
import { failingJobs } from "@/lib/jobs/queries";
import { closingRequestsWaiting } from "@/lib/people/closing-requests";
import { findingRequestsWaiting } from "@/lib/people/finding-requests";
import { requestsWaitingCount } from "@/lib/registrations/queries";
import { replicaState } from "@/lib/database/replica";
import { supportUser } from "@/lib/web/session";

/** Where the support team's work begins: what wants attention, and a way to everything it looks after. */
export default async function AdminPage() {
  const user = await supportUser();
  const [waiting, mail, failing, asked, finders, unheard] = await Promise.all([
    requestsWaitingCount(user, now()),
    emailCounts(user),
    failingJobs(user),
    closingRequestsWaiting(user),
    findingRequestsWaiting(user),
    webhooksUnheard(user, now()),
  ]);
  const replica = replicaState().state;
  return (
    <Page heading="Admin" width="wide" summary="For the support team.">
      <HowTo guide="support" />
      <Tiles>
        <Tile
          title="Registrations and requests"
          href="/admin/registrations?whose=ours"
          figure={formatNumber(waiting)}
          wants={waiting > 0}
        >
          Waiting for support: no approver, or an approver who has not answered.
        </Tile>
        <Tile
          title="People"
          href="/admin/people"
          figure={asked.length > 0 ? formatNumber(asked.length) : undefined}
          wants={asked.length > 0}
        >
          {asked.length > 0 && `${formatCount("approver", asked.length)} to remove, at another approver’s request. `}
          Find anyone, see what they can access, unlock accounts, resend login details, and change or end access.
        </Tile>
        <Tile title="Shared accounts" href="/admin/shared-accounts">
          Accounts for desks and teams where people do not have their own email address.
        </Tile>
        <Tile title="Keys for other systems" href="/admin/keys">
          Which systems file and read for whom. Make and end their keys.
        </Tile>
        <Tile
          title="Webhooks"
          href="/admin/webhooks"
          figure={unheard > 0 ? formatNumber(unheard) : undefined}
          wants={unheard > 0}
        >
          What other systems are told, whether it arrives, and a way to pause, resume and send again.
        </Tile>
        <Tile title="Pre-register managers" href="/admin/pre-registration">
          Create accounts for many people at once, from a list.
        </Tile>
        <Tile title="Windows and seasons" href="/admin/windows">
          Extend a window, switch a season or a collection, import bank holidays.
        </Tile>
        <Tile title="Bulk update" href="/admin/bulk-update">
          The statement that people agree to when they send a workbook, and accepted figures.
        </Tile>
        <Tile
          title="Find capacity"
          href="/admin/find"
          figure={finders.length > 0 ? formatNumber(finders.length) : undefined}
          wants={finders.length > 0}
        >
          People who ask to search for free beds, and settings.
        </Tile>
        <Tile title="News" href="/admin/news">
          Write what is new in the service and bulletins. Choose who sees them, when, and whether they are emailed.
        </Tile>
        <Tile title="Surveys" href="/admin/surveys">
          Ask providers questions that are not in their returns. Choose who answers and by when, and see the results.
        </Tile>
        <Tile title="Imports" href="/admin/imports">
          Upload CQC and NHS registers, postcodes, areas and PAMMS ratings. See what will change, then import.
        </Tile>
        <Tile title="Emails" href="/admin/mail" figure={formatNumber(mail.failed)} wants={mail.failed > 0}>
          {formatCount("message", mail.failed)} failed, {formatNumber(mail.bounced)} bounced,{" "}
          {formatNumber(mail.waiting)} waiting.
        </Tile>
        <Tile
          title="Scheduled work"
          href="/admin/jobs"
          figure={formatNumber(failing.length)}
          wants={failing.length > 0}
        >
          {failing.length > 0
            ? `Failed: ${failing.map(({ label }) => label).join("; ")}.`
            : "Everything worked when it last ran."}
        </Tile>
        <Tile title="Database" href="/admin/database" wants={replica === "away" || replica === "behind"}>
          {replica === "none"
            ? "Everything is read from the main server."
            : replica === "in use"
              ? "Dashboards, reports and Find are read from the replica."
              : "The replica is not used at the moment: everything is read from the main server."}
        </Tile>
        <Tile title="Audit" href="/admin/audit">
          Who changed what, when and why; search it and download it.
        </Tile>
      </Tiles>
    </Page>
  );
}
