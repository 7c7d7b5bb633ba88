import { db, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { log } from "@/lib/log";

const mostSeals = 100;

/**
 * Closes what the audit holds since the last time, so that a change of it shows. Each seal's digest goes to the log,
 * which is kept elsewhere: whoever could change everything in the database cannot change that.
 */
export async function sealAudit(): Promise<string> {
  let entries = 0;
  for (let seals = 0; seals < mostSeals; seals++) {
    const made = await sealNext();
    if (made === null)
      return `${formatCount("entry", entries, "entries")}; the rest next time, because someone is writing`;
    if (made === 0) break;
    entries += made;
    const seal = await db.auditSeal.findFirst({ orderBy: { id: "desc" }, select: { id: true, digest: true } });
    if (seal) log.info({ seal: seal.id, digest: hex(seal.digest), entries: made }, "the audit was sealed");
  }
  return entries === 0 ? "Nothing new to seal" : formatCount("entry", entries, "entries");
}

const sealNext = () =>
  transact(
    system("scheduled work"),
    "the audit is sealed",
    async (tx) => {
      const [row] = await tx.$queryRaw<{ made: number | null }[]>`select seal_audit() as made`;
      return row?.made ?? null;
    },
    { timeout: 60_000 },
  );

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
