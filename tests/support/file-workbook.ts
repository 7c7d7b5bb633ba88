import { runWorkbook } from "@/lib/workbook/run-workbook";

/** A process of its own that does the next step of a workbook, for the test that kills it. Reads which, and when. */
async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const { id, now } = JSON.parse(Buffer.concat(parts).toString()) as { id: number; now: string };
  await runWorkbook(id, new Date(now));
}

void main();
