import { now } from "@/lib/clock";
import { startDemoClock } from "@/lib/demo-clock";
import { keptPassword } from "./kept-password";

/**
 * Sees to it that the database has a demo, and answers with everyone's password. Where there is one already nothing is
 * changed, whatever was entered since; where there is none, its clock is set first and all is made up as of then.
 */
export async function startDemo(real: Date): Promise<string> {
  const kept = await keptPassword();
  if (kept !== null) return kept;
  await startDemoClock(real);
  const [{ fillDemo }, { writeBoundaries }] = await Promise.all([import("./fill"), import("./write-boundaries")]);
  await writeBoundaries(now());
  const password = await fillDemo(now());
  await nightBefore(now());
  return password;
}

/** What a running service works out at night, so that the first to look finds it. */
async function nightBefore(at: Date): Promise<void> {
  const [{ learnShelfLife }, { addUpMonths }, { showTotals }] = await Promise.all([
    import("@/lib/capacity/learn-shelf-life"),
    import("@/lib/reports/add-up-months"),
    import("@/lib/reports/totals/show-totals"),
  ]);
  await learnShelfLife(at);
  await addUpMonths(at);
  await showTotals(at);
}
