import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { digestBytes } from "@/lib/accounts/breached-passwords";

/**
 * Turns Have I Been Pwned's list of SHA-1s ("HASH:count", in the order of the hashes) into the file that
 * BREACHED_PASSWORDS_FILE names: `npm run import:breached -- FROM TO`.
 */
export async function importBreached(from: string, to: string): Promise<number> {
  const out = createWriteStream(`${to}.part`);
  let last = "";
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    if (line === "") continue;
    const hash = line.slice(0, 40).toUpperCase();
    if (!/^[0-9A-F]{40}$/.test(hash)) throw new Error(`Line ${lines + 1} does not begin with a SHA-1.`);
    if (hash < last) throw new Error(`Line ${lines + 1} is out of order: the list must be ordered by hash.`);
    last = hash;
    lines++;
    if (!out.write(Buffer.from(hash.slice(0, digestBytes * 2), "hex"))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  await rename(`${to}.part`, to);
  return lines;
}

const [from, to = process.env.BREACHED_PASSWORDS_FILE] = process.argv.slice(2);
if (process.argv[1]?.endsWith("import-breached.ts")) {
  if (!from || !to) {
    console.error("Give a list and the file to write: npm run import:breached -- LIST.txt breached.bin");
    process.exitCode = 1;
  } else
    importBreached(from, to).then(
      (lines) => console.log(`${lines.toLocaleString("en-GB")} stolen passwords are in ${to}.`),
      (fault: unknown) => {
        console.error(`The list was not imported: ${fault instanceof Error ? fault.message : String(fault)}`);
        process.exitCode = 1;
      },
    );
}
