import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import type { Collection } from "@/lib/questions/collections";
import { type Transaction, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { done, type Outcome, refused } from "@/lib/outcome";
import { countsBeds } from "@/lib/questions/sets";
import { checkFiling } from "@/lib/returns/check-filing";
import type { Filing } from "@/lib/returns/filing";
import { filingFactsOfMany } from "@/lib/returns/filing-facts";
import { referenceFrom } from "@/lib/returns/reference";
import { writeLot } from "@/lib/returns/write-return";
import type { ReturnToWrite } from "@/lib/returns/write-statement";
import type { AcceptedLot } from "./accept-workbook";
import type { SaidInWorkbook } from "./judge";
import { type RowOfSurvey, sendSurveys } from "./send-surveys";
import { tellFiled } from "./tell-sender";

/** How many returns one statement writes. */
const atOnce = 500;

type AnyRow = Awaited<ReturnType<typeof rowsOf>>[number];
type Row = AnyRow & { collection: Collection };

const rowsOf = (tx: Transaction, workbookId: number, nths: number[]) =>
  tx.workbookRow.findMany({
    where: { workbookId, nth: { in: nths }, verdict: { not: "problems" } },
    select: {
      workbookId: true,
      nth: true,
      locationId: true,
      location: true,
      collection: true,
      surveyId: true,
      said: true,
    },
    orderBy: { nth: "asc" },
  });

/** Carried out of the transaction, so that nothing of it is kept. */
class NotFiled extends Error {}

/**
 * Files the accepted returns and answers of a workbook in one transaction: all of them, or none. Each is checked again
 * as things stand now, by the check that judged it: where a window has moved, someone else has filed, or access has
 * ended meanwhile, nothing is filed and it says why.
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
        const filed = await fileAll(tx, user, id, accepted, now, progress);
        await tx.workbook.update({ where: { id }, data: { filedAt: now, reference, problem: null } });
        await tellFiled(tx, user, { ...waiting, reference, ...filed }, now);
      },
      { timeout: 120_000 },
    );
    return done({ reference });
  } catch (fault) {
    if (fault instanceof NotFiled) return refused({ message: fault.message });
    throw fault;
  }
}

/** Files the accepted rows in their order, so many at a time; throws if any of them cannot be filed. */
async function fileAll(
  tx: Transaction,
  user: User,
  id: number,
  { rows: wanted }: AcceptedLot,
  now: Date,
  progress: (done: number) => Promise<unknown>,
): Promise<{ returns: number; surveys: number }> {
  const bedsStated = new Set<number>();
  const refusals: string[] = [];
  const surveys: RowOfSurvey[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce);
    const ticks = new Map(some.map(({ nth, accepted }) => [nth, new Map(accepted)]));
    const rows = await rowsOf(tx, id, [...ticks.keys()]);
    const filing = rows.filter((row): row is Row => row.collection !== null);
    for (const collection of new Set(filing.map((row) => row.collection))) {
      const own = filing.filter((row) => row.collection === collection);
      refusals.push(...(await fileSome(tx, user, collection, own, ticks, bedsStated, now)));
    }
    surveys.push(...rows.flatMap(({ surveyId, ...row }) => (surveyId === null ? [] : [{ ...row, surveyId }])));
    await progress(from + some.length);
  }
  refusals.push(...(await sendSurveys(tx, user, surveys, now)));
  if (refusals.length > 0) throw new NotFiled(whyNot(refusals));
  return { returns: wanted.length - surveys.length, surveys: surveys.length };
}

/**
 * Checks and writes some rows of one collection. Each is checked as things stood before the lot, which another connection
 * sees; what it keeps of its location's beds is as the lot has stated them already.
 */
async function fileSome(
  tx: Transaction,
  user: User,
  collection: Row["collection"],
  rows: readonly Row[],
  ticks: ReadonlyMap<number, Map<string, string>>,
  bedsStated: Set<number>,
  now: Date,
): Promise<string[]> {
  const ids = rows.map(({ locationId }) => locationId);
  const known = await filingFactsOfMany(user, ids, collection);
  const again = countsBeds(collection) ? ids.filter((each) => bedsStated.has(each)) : [];
  const stated = await filingFactsOfMany(user, again, collection, tx);
  const refusals: string[] = [];
  const toWrite: ReturnToWrite[] = [];
  for (const row of rows) {
    const { locationId, location } = row;
    const facts = known.get(locationId);
    const filing = filingOf(row, ticks.get(row.nth) ?? new Map<string, string>());
    const checked = facts ? checkFiling(facts, filing, now) : null;
    if (!facts || !checked) refusals.push(`You can no longer file for ${location}`);
    else if (!checked.ok) refusals.push(`${location}: ${checked.problems.map(({ message }) => message).join(". ")}`);
    else toWrite.push({ user, facts: stated.get(locationId) ?? facts, filing, filable: checked.value });
  }
  if (countsBeds(collection)) for (const each of ids) bedsStated.add(each);
  if (refusals.length === 0) await writeSome(tx, user, rows[0]?.workbookId ?? 0, toWrite, now);
  return refusals;
}

function filingOf({ workbookId, nth, locationId, collection, said: kept }: Row, accepted: Map<string, string>): Filing {
  const said = kept as unknown as SaidInWorkbook;
  const source = said.nil ? "nil" : "workbook";
  return { ...said, locationId, collection, source, accepted, idempotencyKey: `workbook-${workbookId}-${nth}` };
}

async function writeSome(
  tx: Transaction,
  user: User,
  workbookId: number,
  toWrite: readonly ReturnToWrite[],
  now: Date,
): Promise<void> {
  const references = (await writeLot(tx, user, toWrite, now)).map(({ reference }) => reference);
  await tx.$executeRaw`
    insert into workbook_return (return_id, workbook_id)
    select id, ${workbookId} from "return" where reference = any(${references})`;
}

const whyNot = ([first = "", ...more]: string[]) =>
  `Something has changed since you reviewed this workbook, so nothing was filed. ${first}.${more.length > 0 ? ` So ${more.length === 1 ? "has" : "have"} ${formatCount("other row", more.length)}.` : ""} Check it again to see how things stand now`;
