import { createInterface } from "node:readline";

/**
 * A sender of mail, run as a process of its own so that it can be killed: tries each message whose id comes on its input,
 * four at a time, to the mail server and at the time that it is given.
 */
const [url = "", from = "", at = ""] = process.argv.slice(2);

async function run() {
  const { deliverEmail } = await import("@/lib/email/deliver-email");
  const { smtp } = await import("@/lib/email/transport");
  const { disconnect } = await import("@/lib/db");
  const ids: string[] = [];
  for await (const id of createInterface({ input: process.stdin })) ids.push(id);
  const out = smtp(url, from, 2_000);
  const sender = async () => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift()) await deliverEmail(id, new Date(at), out);
  };
  await Promise.all(Array.from({ length: 4 }, sender));
  await disconnect();
}

run().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
