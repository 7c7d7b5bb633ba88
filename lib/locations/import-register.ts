import { allow } from "../access/policy";
import type { User } from "../access/user";
import type { ImportAsked } from "../organisations/import/run-import";
import type { ImportReport } from "../organisations/import/tally";
import type { Outcome } from "../outcome";
import { registers, type RegisterName } from "./registers";

/**
 * Imports a register file in somebody's name, or previews it with `dryRun`: the support team's way to what
 * `npm run import:…` does. Refuses a file that cannot be read with one sentence, and then changes nothing.
 */
export async function importRegister(
  user: User,
  register: RegisterName,
  asked: ImportAsked,
): Promise<Outcome<ImportReport>> {
  allow(user, "import registers");
  return registers[register](user, asked);
}
