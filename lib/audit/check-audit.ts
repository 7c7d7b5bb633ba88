import { createHash } from "node:crypto";
import { db } from "@/lib/db";
import { formatCount } from "@/lib/format";

/** What reading the whole audit against its seals came to. */
export interface AuditState {
  seals: number;
  entries: number;
  /** The digest of the newest seal, in hexadecimal. */
  head: string | null;
  /** The digests of all seals that hold. */
  digests: ReadonlySet<string>;
  /** What is not as it was sealed, a sentence each. */
  faults: string[];
}

interface Seal {
  id: number;
  sealedAt: Date;
  entries: bigint[];
  digests: Uint8Array;
  previous: Uint8Array | null;
  digest: Uint8Array;
}

const bytes = 32;
const mostFaults = 100;

/** Reads every sealed entry of the audit and says which was changed, taken out or put in since, and which seals were. */
export async function auditState(): Promise<AuditState> {
  const faults: string[] = [];
  const digests = new Set<string>();
  let before: Seal | null = null;
  let entries = 0;
  for (let id = 1; ; id++) {
    const seal: Seal | null = await db.auditSeal.findFirst({ where: { id: { gte: id } }, orderBy: { id: "asc" } });
    if (!seal || faults.length >= mostFaults) break;
    faults.push(...faultsOfSeal(seal, before), ...(await faultsOfEntries(seal, before)));
    digests.add(Buffer.from(seal.digest).toString("hex"));
    entries += seal.entries.length;
    before = seal;
    id = seal.id;
  }
  return { seals: digests.size, entries, head: before && hex(before.digest), digests, faults };
}

/** How the check fails where it found a change, and not for another reason, such as a database that was away. */
const tampered = "The audit has been tampered with.";
export const foundChanged = (error: string): boolean => error.startsWith(tampered);

/** As scheduled work: fails with what was found. */
export async function checkAudit(): Promise<string> {
  const { seals, entries, faults } = await auditState();
  if (faults.length > 0) throw new Error(`${tampered} ${faults.slice(0, 10).join(" ")}`);
  return `${formatCount("entry", entries, "entries")} under ${formatCount("seal", seals)}: all unchanged`;
}

function faultsOfSeal(seal: Seal, before: Seal | null): string[] {
  const { id, entries, digests, previous, digest } = seal;
  const found = createHash("sha256")
    .update(`${id}\n${entries.join(",")}\n`)
    .update(previous ?? Buffer.alloc(0))
    .update(digests)
    .digest("hex");
  const follows = hex(previous) === hex(before?.digest ?? null) && id === (before?.id ?? 0) + 1;
  return [
    ...(found === hex(digest) ? [] : [`Seal ${id} was changed.`]),
    ...(follows ? [] : [`Seal ${id} does not follow the one before it.`]),
  ];
}

async function faultsOfEntries(seal: Seal, before: Seal | null): Promise<string[]> {
  const first = before?.entries.at(-1) ?? 0n;
  const last = seal.entries.at(-1) ?? first;
  const rows = await db.$queryRaw<{ id: bigint; digest: string }[]>`
    select a.id, encode(audit_digest(a), 'hex') as digest from audit a where a.id > ${first} and a.id <= ${last}`;
  const found = new Map(rows.map(({ id, digest }) => [id, digest]));
  const sealed = new Set(seal.entries);
  const when = seal.sealedAt.toISOString();
  return [
    ...seal.entries.flatMap((id, at) => {
      const digest = found.get(id);
      if (digest === undefined) return [`Entry ${id}, sealed at ${when}, is missing.`];
      const was = hex(seal.digests.subarray(at * bytes, (at + 1) * bytes));
      return digest === was ? [] : [`Entry ${id} has changed since it was sealed at ${when}.`];
    }),
    ...rows.flatMap(({ id }) => (sealed.has(id) ? [] : [`Entry ${id} was added after ${when}.`])),
  ];
}

const hex = (all: Uint8Array | null) => (all ? Buffer.from(all).toString("hex") : null);
