import { disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { startDemo } from "./demo/start-demo";

/**
 * Fills a demo's database when it has no demo yet, and says what everyone's password is, as one line of JSON.
 * Refuses a service that is live.
 */
async function main(): Promise<void> {
  if (env().SERVICE_MODE !== "demo") throw new Error("The demo is only for SERVICE_MODE=demo: nothing was changed.");
  process.stdout.write(`${JSON.stringify({ password: await startDemo(new Date()) })}\n`);
}

main()
  .catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  })
  .finally(disconnect);
