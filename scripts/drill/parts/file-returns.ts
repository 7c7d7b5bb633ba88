import { once } from "node:events";
import { sessionUser } from "@/lib/accounts/session-user";
import { sealAudit } from "@/lib/audit/seal-audit";
import { disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Filer, putFilers, typed } from "@/scripts/bench/filing/people";

/**
 * Fills an empty database with people and files one return for each of their homes, a few at a time: the first half at
 * once, the rest when a line comes on standard input. It says a return's reference only when the service has
 * acknowledged it, so whoever reads along knows what may never be lost.
 */
const count = Number(process.argv[2]);
const now = londonInstant("2026-12-10", "09:00");

async function main(): Promise<void> {
  const filers = await putFilers(count, now);
  await sealAudit();
  const half = Math.floor(count / 2);
  await fileAll(filers.slice(0, half));
  await once(process.stdin, "data");
  await fileAll(filers.slice(half));
  process.stdin.destroy();
}

async function fileAll(filers: readonly Filer[]): Promise<void> {
  let next = 0;
  const file = async () => {
    for (let filer = filers[next++]; filer; filer = filers[next++]) {
      const live = await sessionUser(filer.token, now);
      if (!live) throw new Error("A session has ended");
      const filing = { locationId: filer.locationId, collection: "care_home", typed, source: "form" } as const;
      const filed = await submitReturn(live.user, { ...filing, idempotencyKey: `drill-${filer.locationId}` }, now);
      if (!filed.ok) throw new Error("A return was refused");
      process.stdout.write(`${filed.value.reference}\n`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, file));
}

main()
  .catch((fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  })
  .finally(disconnect);
