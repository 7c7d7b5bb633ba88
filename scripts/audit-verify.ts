import { disconnect } from "@/lib/db";
import { auditState } from "@/lib/audit/check-audit";

/**
 * Reads the whole audit against its seals: `npm run audit:verify`. Given the digest of a seal from the log, also says
 * whether that seal is still there: after a restore, or if someone has rewritten the whole chain, it is not.
 */
async function verify([digest]: string[]): Promise<void> {
  const { seals, entries, head, digests, faults } = await auditState();
  const lost = digest !== undefined && !digests.has(digest.toLowerCase());
  for (const fault of faults) console.error(fault);
  if (lost) console.error(`No seal has the digest ${digest}: the audit is not the one that was logged.`);
  if (faults.length > 0 || lost) process.exitCode = 1;
  else
    console.log(`${entries} entries under ${seals} seals are as they were written. The newest seal: ${head ?? "none"}`);
}

verify(process.argv.slice(2))
  .catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  })
  .finally(disconnect);
