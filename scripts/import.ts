import { userInfo } from "node:os";
import { now } from "@/lib/clock";
import { disconnect, system } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { formatNumber } from "@/lib/format";
import { registers, type RegisterName } from "@/lib/registers/registers";
import { linesRead, reportWords } from "@/lib/registers/import/report-words";
import { leftAsItIs, type ImportReport } from "@/lib/registers/import/tally";
import { sourceFile } from "@/lib/sheets/source-file";

const usage = (name: string) => `Give a file: npm run import:${name} -- FILE [--dry-run] [--full] [--close NUMBER]`;

async function main([name = "", ...rest]: string[]): Promise<number> {
  const at = rest.indexOf("--close");
  const [, close] = at < 0 ? [] : rest.splice(at, 2);
  const options = rest.filter((each) => each.startsWith("--"));
  const [path, ...more] = rest.filter((each) => !each.startsWith("--"));
  if (!Object.hasOwn(registers, name))
    return complain(`There is no register “${name}”: ${Object.keys(registers).join(", ")}.`);
  const unknown = options.find((option) => option !== "--dry-run" && option !== "--full");
  if (unknown !== undefined) return complain(`There is no option ${unknown}. ${usage(name)}`);
  if (at >= 0 && !/^\d+$/.test(close ?? "")) return complain(`--close needs a number. ${usage(name)}`);
  if (path === undefined || more.length > 0) return complain(usage(name));
  await startDemoClock(now());
  const outcome = await registers[name as RegisterName](system(`import:${name} by ${userInfo().username}`), {
    file: sourceFile(path),
    now: now(),
    dryRun: options.includes("--dry-run"),
    full: options.includes("--full"),
    close: close === undefined ? undefined : Number(close),
    progress: progress(),
  });
  process.stderr.write(process.stderr.isTTY ? "\r\x1b[K" : "");
  if (!outcome.ok)
    return complain(`${outcome.problems.map(({ message }) => message).join(" ")} Nothing has been changed.`);
  print(outcome.value);
  return 0;
}

const complain = (sentence: string): number => {
  console.error(sentence);
  return 1;
};

/** On a terminal, one line that counts; in a log, one line for every fifty thousand. */
function progress(): (rows: number) => void {
  let shown = 0;
  const step = process.stderr.isTTY ? 5_000 : 50_000;
  return (rows) => {
    if (rows < shown + step) return;
    shown = rows;
    process.stderr.write(process.stderr.isTTY ? `\r${linesRead(rows)}` : `${linesRead(rows)}\n`);
  };
}

function print(report: ImportReport): void {
  const { read, counts, bulk, lists } = reportWords(report);
  console.log(read);
  for (const [word, count] of counts) console.log(`${word.padEnd(10)}${formatNumber(count).padStart(10)}`);
  for (const { heading, noted } of lists) {
    console.log(`\n${heading}:`);
    for (const { kind, count, examples } of noted) {
      console.log(`  ${kind}: ${formatNumber(count)}`);
      for (const example of examples) console.log(`      ${example}`);
    }
  }
  if (bulk && report.dryRun) console.log(`\n${bulk.sentence} If that is right, import it with --close ${bulk.number}.`);
  if (report.notices.some(({ kind }) => kind === leftAsItIs))
    console.log("\nIf the file is the whole register, import it with --full: that closes what it does not name.");
}

void main(process.argv.slice(2))
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(`The import failed and changed nothing. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  })
  .finally(disconnect);
