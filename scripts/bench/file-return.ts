import http from "node:http";
import { sessionUser } from "@/lib/accounts/session-user";
import { disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import { submitReturn } from "@/lib/returns/submit-return";
import { each } from "./filing/each";
import { openForm } from "./filing/form";
import { type Filer, putFilers, standing, typed } from "./filing/people";
import { build, withServer } from "./filing/server";

/**
 * Measures how fast returns are filed: 30 signed-in people at once post the form for their own home to the built
 * service, as it works without JavaScript. The client, the service and the database share the machine. An email is
 * queued with each return and delivered by a separate process. For comparison, the same run also files 30 returns at
 * once by the command itself, without the web.
 */
const people = Number(process.argv[2] ?? 1200);
const atOnce = 30;
const warm = Math.min(200, people);
const byCommand = Math.min(300, people);
const day = "2026-12-10";
const now = londonInstant(day, "09:00");

async function main(): Promise<void> {
  build();
  const everyone = await putFilers(people + warm + byCommand + warm, now);
  const filers = everyone.slice(0, people + warm);
  const settings = { WORKER_IN_APP: "no", DEMO_CLOCK: `${day}T09:00`, LOG_LEVEL: "warn", DATABASE_POOL: "10" };
  const measured = await withServer(settings, async (origin) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
    const forms = await each(filers, 4, (filer) => openForm(origin, agent, filer));
    await each(forms.slice(0, warm), atOnce, (form) => form());
    const from = performance.now();
    const took = await each(forms.slice(warm), atOnce, async (form) => {
      const began = performance.now();
      await form();
      return performance.now() - began;
    });
    const seconds = (performance.now() - from) / 1000;
    agent.destroy();
    return { took: took.sort((a, b) => a - b), seconds };
  });
  const commandsPerSecond = await commands(everyone.slice(filers.length));
  const { filed, homes, receipts, fsync, commit } = await standing(now);
  if ([filed, homes, receipts].some((number) => number !== everyone.length))
    throw new Error(`Of ${everyone.length} filings ${filed} of ${homes} homes are there, with ${receipts} receipts`);
  if (fsync !== "on" || commit !== "on") throw new Error("The database does not wait for its disk");
  say(measured, filed, fsync, commandsPerSecond);
}

/** Returns filed per second by the command alone, in this process. */
async function commands(filers: readonly Filer[]): Promise<number> {
  const file = async ({ token, locationId }: Filer) => {
    const live = await sessionUser(token, now);
    if (!live) throw new Error("A session has expired");
    const form = { locationId, collection: "care_home", typed, source: "form", draftVersion: 1 } as const;
    const filed = await submitReturn(live.user, { ...form, idempotencyKey: `command-${locationId}` }, now);
    if (!filed.ok) throw new Error(`A filing was refused: ${filed.problems.map(({ message }) => message).join("; ")}`);
  };
  await each(filers.slice(byCommand), atOnce, file);
  const from = performance.now();
  await each(filers.slice(0, byCommand), atOnce, file);
  return (byCommand * 1000) / (performance.now() - from);
}

function say(
  { took, seconds }: { took: number[]; seconds: number },
  filed: number,
  fsync: string,
  commandsPerSecond: number,
): void {
  const at = (share: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN);
  const perSecond = Math.round((took.length / seconds) * 10) / 10;
  console.log(
    JSON.stringify({
      name: "file-return",
      filings: took.length,
      at_once: atOnce,
      filings_per_second: perSecond,
      p50_ms: at(0.5),
      p95_ms: at(0.95),
      p99_ms: at(0.99),
      slowest_ms: at(1),
      returns_standing: filed,
      fsync,
      target_filings_per_second: 100,
      target_p95_ms: 300,
      ratio_to_target: Math.round(perSecond) / 100,
      command_alone_per_second: Math.round(commandsPerSecond * 10) / 10,
      ratio_to_command_alone: Math.round((perSecond / commandsPerSecond) * 100) / 100,
    }),
  );
}

void main()
  .then(disconnect)
  .catch((fault: unknown) => {
    console.error(fault);
    process.exit(1);
  });
