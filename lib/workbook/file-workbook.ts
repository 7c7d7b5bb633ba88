import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { type Transaction, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { done, type Outcome, refused } from "@/lib/outcome";
import { countsBeds } from "@/lib/questions/sets";
import { checkFiling } from "@/lib/returns/check-filing";
import type { Filing } from "@/lib/returns/filing";
import { type FilingFacts, filingFactsOfMany, type Receipt } from "@/lib/returns/filing-facts";
import { referenceFrom } from "@/lib/returns/reference";
import { writeInLot } from "@/lib/returns/write-return";
import type { AcceptedLot } from "./accept-workbook";
import type { SaidInWorkbook } from "./judge";
import { tellFiled } from "./tell-sender";

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (tx: Transaction, workbookId: number) =>
  tx.workbookRow.findMany({ where: { workbookId, verdict: { not: "problems" } }, orderBy: { nth: "asc" } });

/** Carried out of the transaction, so that nothing of it is kept. */
class NotFiled extends Error {}

/**
 * Files the accepted returns of a workbook in one transaction: all of them, or none. Each is checked again as things stand
 * now, by the check that judged it: where a window has moved, someone else has filed, or access has ended meanwhile,
 * nothing is filed and it says why.
 */
export async function fileWorkbook(
  user: User,
  { id, accepted }: { id: number; accepted: AcceptedLot },
  now: Date,
  progress: (done: number) => Promise<unknown>,
): Promise<Outcome<{ reference: string }>> {
  const reference = referenceFrom(randomBytes(8)).replace("RET", "LOT");
  try {
    await transact(
      user,
      "filed a workbook",
      async (tx) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('workbook'), ${user.id}::int)`;
        const waiting = await tx.workbook.findUnique({
          where: { id, accountId: user.id, filedAt: null },
          select: { id: true, fileName: true },
        });
        if (!waiting) return;
        await fileRows(tx, user, await rowsOf(tx, id), accepted, now, progress);
        await tx.workbook.update({ where: { id }, data: { filedAt: now, reference, problem: null } });
        await tellFiled(tx, user, { ...waiting, reference, returns: accepted.rows.length }, now);
      },
      { timeout: 120_000 },
    );
    return done({ reference });
  } catch (fault) {
    if (fault instanceof NotFiled) return refused({ message: fault.message });
    throw fault;
  }
}

async function fileRows(
  tx: Transaction,
  user: User,
  rows: readonly Row[],
  { rows: wanted }: AcceptedLot,
  now: Date,
  progress: (done: number) => Promise<unknown>,
): Promise<void> {
  const ticks = new Map(wanted.map(({ nth, accepted }) => [nth, new Map(accepted)]));
  const own = rows.filter(({ nth }) => ticks.has(nth));
  const facts = new Map<Row["collection"], Map<number, FilingFacts>>();
  for (const { collection } of own)
    if (!facts.has(collection)) {
      const ids = own.filter((row) => row.collection === collection).map(({ locationId }) => locationId);
      facts.set(collection, await filingFactsOfMany(user, ids, collection, tx));
    }
  const bedsStated = new Set<number>();
  const refusals: string[] = [];
  let count = 0;
  for (const row of own) {
    const { locationId, collection } = row;
    const said = row.said as unknown as SaidInWorkbook;
    const filing: Filing = {
      ...said,
      ...{ locationId, collection, source: said.nil ? "nil" : "workbook", mail: false },
      accepted: ticks.get(row.nth) ?? new Map<string, string>(),
      idempotencyKey: `workbook-${row.workbookId}-${row.nth}`,
    };
    const again = countsBeds(collection) && bedsStated.has(locationId);
    const known = facts.get(collection)?.get(locationId);
    const stated = again ? (await filingFactsOfMany(user, [locationId], collection, tx)).get(locationId) : known;
    const refusal = await fileRow(tx, user, { row, filing, known, stated }, now);
    if (refusal !== null) refusals.push(refusal);
    if (countsBeds(collection)) bedsStated.add(locationId);
    if (++count % 50 === 0) await progress(count);
  }
  if (refusals.length > 0) throw new NotFiled(whyNot(refusals));
}

/** `known` as things stood before the lot; `stated` with the beds that the lot has stated of the location already. */
interface ToFile {
  row: Row;
  filing: Filing;
  known: FilingFacts | undefined;
  stated: FilingFacts | undefined;
}

async function fileRow(
  tx: Transaction,
  user: User,
  { row, filing, known, stated }: ToFile,
  now: Date,
): Promise<string | null> {
  if (!known || !stated) return `You can no longer file for ${row.location}`;
  const checked = checkFiling(known, filing, now);
  if (!checked.ok) return `${row.location}: ${checked.problems.map(({ message }) => message).join(". ")}`;
  const receipt: Receipt = await writeInLot(tx, { user, facts: stated, filing, filable: checked.value }, now);
  await tx.$executeRaw`
    insert into workbook_return (return_id, workbook_id)
    select id, ${row.workbookId} from "return" where reference = ${receipt.reference}`;
  return null;
}

const whyNot = ([first = "", ...more]: string[]) =>
  `Something has changed since you reviewed this workbook, so nothing was filed. ${first}.${more.length > 0 ? ` So ${more.length === 1 ? "has" : "have"} ${formatCount("other return", more.length)}.` : ""} Check it again to see how things stand now`;
