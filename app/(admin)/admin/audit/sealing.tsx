import { Link } from "@/components/ui/link";
import { Details, WarningCallout } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { foundChanged } from "@/lib/audit/check-audit";
import type { auditSealing } from "@/lib/jobs/queries";

/** Whether the audit was changed after it was written, as far as we know. */
export function Sealing({ seal, check }: Awaited<ReturnType<typeof auditSealing>>) {
  if (check?.error && !foundChanged(check.error))
    return (
      <WarningCallout heading="The audit could not be checked">
        <p>The check at {formatDateTime(check.startedAt)} did not finish. We will try again after 10 minutes.</p>
        <p>{check.error}</p>
      </WarningCallout>
    );
  if (check?.error)
    return (
      <WarningCallout heading="The audit has been changed">
        <p>{check.error}</p>
        <p>
          Found at {formatDateTime(check.startedAt)}. Keep the log and backups as they are, and tell the person
          responsible for security.
        </p>
      </WarningCallout>
    );
  return (
    <Details summary="How we know that nothing has been changed">
      <p>
        Every hour we seal new entries: we store a fingerprint of each one, so that any later change shows.{" "}
        {seal ? `The newest seal was made at ${formatDateTime(seal.at)}:` : "No entries have been sealed yet."}
      </p>
      {seal && (
        <p>
          <code className="break-all">{seal.digest}</code>
        </p>
      )}
      <p>
        {check
          ? `Checked at ${formatDateTime(check.startedAt)}: ${check.outcome ?? ""}.`
          : "The audit has not been checked against its seals yet."}{" "}
        <Link href="/admin/jobs/audit-check">Check it now</Link>
      </p>
    </Details>
  );
}
