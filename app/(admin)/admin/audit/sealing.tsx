import Link from "next/link";
import { Details, WarningCallout } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import type { auditSealing } from "@/lib/jobs/queries";

/** Whether the audit is as it was written, as far as that is known. */
export function Sealing({ seal, check }: Awaited<ReturnType<typeof auditSealing>>) {
  if (check?.error)
    return (
      <WarningCallout heading="The audit is not as it was written">
        <p>{check.error}</p>
        <p>
          Found {formatDateTime(check.startedAt)}. Keep the log and the backups as they are, and tell whoever answers
          for the service’s security.
        </p>
      </WarningCallout>
    );
  return (
    <Details summary="How it is known that nothing was changed">
      <p>
        Every hour new entries are sealed: a digest of each, linked to all that were sealed before.{" "}
        {seal ? `The newest seal was made ${formatDateTime(seal.at)}:` : "None has been sealed yet."}
      </p>
      {seal && (
        <p>
          <code className="break-all">{seal.digest}</code>
        </p>
      )}
      <p>
        {check
          ? `Checked ${formatDateTime(check.startedAt)}: ${check.outcome ?? ""}.`
          : "It has not been checked against its seals yet."}{" "}
        <Link href="/admin/jobs/audit-check">Check it now</Link>
      </p>
    </Details>
  );
}
