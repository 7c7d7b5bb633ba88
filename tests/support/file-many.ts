import { asUser } from "@/lib/access/user";
import type { Filing } from "@/lib/returns/filing";
import { submitReturn } from "@/lib/returns/submit-return";

/**
 * A process of its own that files many returns at once and says the key of each that was acknowledged: for the test that
 * kills it. Reads who files, when, and the filings from its standard input.
 */
interface Work {
  user: Parameters<typeof asUser>[0];
  now: string;
  filings: Filing[];
}

async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const { user, now, filings } = JSON.parse(Buffer.concat(parts).toString()) as Work;
  let next = 0;
  const worker = async () => {
    for (let filing = filings[next++]; filing; filing = filings[next++]) {
      const filed = await submitReturn(asUser(user), filing, new Date(now));
      if (filed.ok) process.stdout.write(`${filing.idempotencyKey} ${filed.value.reference}\n`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
}

void main();
