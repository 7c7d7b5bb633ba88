import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import type { SumsAsked, SummedMonth } from "./sums";

const seconds = 20;
const most = 200;
/** With fewer locations than this, adding up is quick enough to be done each time. */
const many = 5_000;

const kept = new Map<string, { until: number; rows: SummedMonth[] }>();

/**
 * What was added up for a large area stays for some seconds, so that many who watch it at once do not add it up each.
 * Who may see it is part of what it is kept under.
 */
export async function keptBriefly(
  { areas, collection, measures }: SumsAsked,
  months: readonly Month[],
  user: User,
  now: Date,
  addUp: () => Promise<SummedMonth[]>,
): Promise<SummedMonth[]> {
  if (months.length === 0) return [];
  const parts = [areas.map(({ id }) => id), measures.map(({ key }) => key), months, user.kind, user.grants];
  const key = `${collection} ${JSON.stringify(parts)}`;
  const known = kept.get(key);
  if (known && known.until > now.getTime() && known.until <= now.getTime() + seconds * 1000) return known.rows;
  const rows = await addUp();
  if (rows.some(({ due }) => due >= many)) {
    if (kept.size >= most) kept.clear();
    kept.set(key, { until: now.getTime() + seconds * 1000, rows });
  }
  return rows;
}
