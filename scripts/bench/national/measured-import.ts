import { now } from "../../../lib/clock";
import { disconnect, system } from "../../../lib/db";
import { registers, type RegisterName } from "../../../lib/locations/registers";
import { registerFile } from "../../../lib/organisations/register-file/register-file";

/** One import in a process of its own, so that its memory is its own: prints what it took as JSON. */
async function main([register = "", file = ""]: string[]): Promise<void> {
  const started = performance.now();
  const outcome = await registers[register as RegisterName](system("bench"), { file: registerFile(file), now: now() });
  const seconds = (performance.now() - started) / 1000;
  await disconnect();
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(" "));
  const { rows, added, changed, unchanged } = outcome.value;
  console.log(
    JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, rows, added, changed, unchanged }),
  );
}

void main(process.argv.slice(2));
