import pg from "pg";

/** A statement as it was sent to the database. */
interface Sent {
  text: string;
  values: unknown[];
}

let sent: Sent[] | null = null;

/** From here on every statement of this process can be listened to. */
export function listenToStatements(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own client below.
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given;
    const text = typeof asked === "string" ? asked : (asked as { text?: string } | undefined)?.text;
    const with_ = (typeof asked === "object" && (asked as { values?: unknown[] } | null)?.values) || values;
    if (sent && text) sent.push({ text, values: Array.isArray(with_) ? with_ : [] });
    return query.apply(this, given);
  } as typeof pg.Client.prototype.query;
}

/** What some work asks of the database, in the order in which it asks. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  sent = [];
  await work();
  const all = sent;
  sent = null;
  return all;
}

/** How many milliseconds the same statements take on their own, one after the other on one connection: the median of a few. */
export async function bareSql(client: pg.Client, statements: readonly Sent[], rounds: number): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const from = performance.now();
    for (const { text, values } of statements) await client.query({ text, values, name: nameOf(text) });
    if (round > 0) took.push(performance.now() - from);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? NaN;
}

const names = new Map<string, string>();

/** Named as the service names them, so that they are planned once. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `bare${names.size}`;
  names.set(text, known);
  return known;
}
