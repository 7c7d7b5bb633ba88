import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { readMutated } from "@/tests/support/read-mutated";

/** Sends 5,000 spoiled workbooks through the reader, or as many as asked: each must be read, or refused in a sentence. */
async function main(): Promise<void> {
  const { slowest, ...counts } = await readMutated(1, Number(process.argv[2] ?? 5_000));
  await endReadingWorkbooks();
  console.log(JSON.stringify({ name: "spoiled-workbooks", ...counts, slowest_ms: Math.round(slowest) }));
}

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
