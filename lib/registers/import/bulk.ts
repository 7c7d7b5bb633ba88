import type { Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { formatCount, formatList, formatNumber } from "@/lib/format";
import { Unreadable } from "@/lib/sheets/unreadable";
import type { ImportAsked } from "./run-import";
import type { Bulk, Tally } from "./tally";

/** This few never need agreement. Otherwise a small register would ask about every closure. */
const few = 20;

const losses = {
  closed: "would be closed",
  types: "would no longer be of a type that reports",
  councils: "would be in no council",
  beds: "would have no beds",
} as const;

/** How many locations of a register were open before this import. */
export async function openBefore(tx: Transaction, register: "cqc" | "ods", tally: Tally): Promise<number> {
  const [open] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int from location where register = ${register}::register and deregistered_on is null`;
  return (open?.count ?? 0) + tally.closed - tally.added;
}

/**
 * Refuses an import that closes or empties more of the `before` known things than a complete and correct file ever
 * would, unless someone agreed to exactly that number. A dry run reports the number instead.
 */
export function askAboutBulk(before: number, what: string, { close, dryRun }: ImportAsked, tally: Tally): void {
  const most = Math.max(few, (before * env().IMPORT_LOSS_PERCENT) / 100);
  const lost = { ...tally.lost, closed: tally.closed };
  const tooMany = (Object.keys(losses) as (keyof typeof losses)[]).filter((each) => lost[each] > most);
  if (tooMany.length === 0) return;
  const bulk: Bulk = {
    number: tooMany.reduce((sum, each) => sum + lost[each], 0),
    sentence: `Of ${formatCount(what, before)} known here, ${formatList(
      tooMany.map((each) => `${formatNumber(lost[each])} ${losses[each]}`),
    )}.`,
  };
  tally.bulk = bulk;
  if (!dryRun && close !== bulk.number)
    throw new Unreadable(`${bulk.sentence} If that is right, import it with --close ${bulk.number}.`);
}
