import { now } from "@/lib/clock";
import { disconnect, system } from "@/lib/db";
import { registers, type RegisterName } from "@/lib/registers/registers";
import { sourceFile } from "@/lib/sheets/source-file";
import { databaseCpu } from "./database-cpu";

/** Runs one import in its own process, so that its memory can be measured, and prints the figures as JSON. */
async function main([register = "", file = ""]: string[]): Promise<void> {
  await databaseCpu();
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  const outcome = await registers[register as RegisterName](system("bench"), { file: sourceFile(file), now: now() });
  const seconds = (performance.now() - started) / 1000;
  const { user, system: kernel } = process.cpuUsage(cpuBefore);
  const database = await databaseCpu();
  await disconnect();
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(" "));
  const { rows, added, changed, unchanged } = outcome.value;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const cpu = (user + kernel) / 1e6 + (database ?? 0) / 1000;
  console.log(JSON.stringify({ seconds, cpu, megabytes, rows, added, changed, unchanged }));
}

void main(process.argv.slice(2));
