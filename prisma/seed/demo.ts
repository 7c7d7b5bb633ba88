import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { env } from "@/lib/env";
import { keptPassword } from "./demo/kept-password";

/**
 * Fills a demo's database when it has no demo yet, and says what everybody's password is, as one line of JSON.
 * Refuses a service that is live.
 */
async function main(): Promise<void> {
  if (env().SERVICE_MODE !== "demo") throw new Error("The demo is only for SERVICE_MODE=demo: nothing was changed.");
  const password = (await keptPassword()) ?? (await firstStart());
  process.stdout.write(`${JSON.stringify({ password })}\n`);
}

async function firstStart(): Promise<string> {
  await startDemoClock(new Date());
  const { fillDemo } = await import("./demo/fill");
  return fillDemo(now());
}

main()
  .catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  })
  .finally(disconnect);
