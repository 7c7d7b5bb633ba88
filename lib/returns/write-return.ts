import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/email/queue-email";
import { collections } from "@/lib/questions/collections";
import type { Filable } from "./check-filing";
import type { Filing } from "./filing";
import { answerTable } from "./filed-returns";
import { bedTypesOf } from "./figures-now";
import { type Ground, readReceipt, type Receipt, receiptSql, type ReceiptRow } from "./ground";
import { checkCodeFrom, referenceFrom } from "./reference";
import { sourceInWords } from "./return-source";
import { writeBeds } from "./write-beds";

/**
 * Writes a checked return: what it replaces is superseded, its beds and answers are kept, its draft goes, the receipt is
 * queued. Returns of one location, collection and month wait for each other; a form that was sent before gives the
 * receipt it gave then.
 */
export async function writeReturn(
  tx: Transaction,
  user: User,
  ground: Ground,
  filing: Filing,
  filable: Filable,
  now: Date,
): Promise<Receipt & { byId: number }> {
  await takeTurns(tx, filing, filable);
  const before = await makeRoom(tx, user, filing, filable, now);
  if (before) return before;
  const bedUpdateId =
    filable.beds &&
    (await writeBeds(
      tx,
      user,
      {
        locationId: filing.locationId,
        beds: filable.beds,
        before: ground.newestBeds?.beds ?? null,
        asked: bedTypesOf(ground, filing.collection, filable.month).map(({ key }) => key),
        source: filing.source,
        idempotencyKey: filing.idempotencyKey,
      },
      now,
    ));
  const receipt = await insertReturn(tx, user, filing, filable, bedUpdateId, now);
  if (filing.mail !== false && collections[filing.collection].often === "monthly")
    await mailReceipt(tx, user, ground, filing, receipt, now);
  return receipt;
}

const takeTurns = (tx: Transaction, { locationId, collection }: Filing, { month }: Filable) =>
  tx.$executeRaw`select pg_advisory_xact_lock(${locationId}::int, hashtext(${`${collection} ${month}`}))`;

/** Supersedes what this return replaces and takes the draft away, unless the form was sent before. */
async function makeRoom(tx: Transaction, user: User, filing: Filing, { month, late }: Filable, now: Date) {
  const { locationId, collection, idempotencyKey, draftVersion = null } = filing;
  const first = `${month}-01`;
  const [row] = await tx.$queryRaw<{ filed: ReceiptRow | null }[]>`
    with filed as (select ${receiptSql} as receipt from "return" r where r.idempotency_key = ${idempotencyKey}),
    replaced as (
      update "return" set superseded_at = ${now}
       where location_id = ${locationId} and collection = ${collection}::collection and month = ${first}::date
         and late = ${late} and superseded_at is null and not exists (select from filed)),
    drafted as (
      delete from return_draft
       where location_id = ${locationId} and collection = ${collection}::collection and month = ${first}::date
         and (saved_by_id = ${user.id} or version = ${draftVersion}::int) and not exists (select from filed))
    select (select receipt from filed) as filed`;
  return row?.filed ? readReceipt(row.filed) : null;
}

async function insertReturn(
  tx: Transaction,
  user: User,
  filing: Filing,
  { month, late, nil, answers, accepted }: Filable,
  bedUpdateId: number | null,
  now: Date,
): Promise<Receipt & { byId: number }> {
  const { locationId, collection, idempotencyKey } = filing;
  const reference = referenceFrom(randomBytes(8));
  const checkCode = checkCodeFrom(randomBytes(8));
  const table = answerTable[collection];
  await tx.$executeRaw`
    with filed as (
      insert into "return" (reference, check_code, location_id, collection, month, late, source, nil_reason, nil_note,
                            submitted_at, submitted_by_id, on_behalf_of, idempotency_key, bed_update_id)
      values (${reference}, ${checkCode}, ${locationId}, ${collection}::collection, ${`${month}-01`}::date, ${late},
              ${filing.source}::return_source, ${nil?.reason ?? null}::nil_reason, ${nil?.note ?? null}, ${now},
              ${user.id}, ${user.onBehalfOf ?? null}, ${idempotencyKey}, ${bedUpdateId})
      returning id),
    answered as (
      insert into ${table}
      select (jsonb_populate_record(null::${table}, answers || jsonb_build_object('return_id', filed.id))).*
        from filed, (select ${answers && JSON.stringify(answers)}::jsonb as answers) said
       where answers is not null)
    insert into accepted_warning (return_id, code, message, reason)
    select filed.id, w.code, w.message, nullif(w.reason, '')
      from filed, jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb) as w(code text, message text, reason text)`;
  return { reference, checkCode, locationId, collection, month, late, submittedAt: now, byId: user.id };
}

const mailReceipt = (tx: Transaction, user: User, ground: Ground, filing: Filing, receipt: Receipt, now: Date) =>
  queueEmail(
    tx,
    {
      template: "receipt",
      to: user.email,
      accountId: user.id,
      props: {
        name: user.name,
        location: ground.location.name,
        collection: collections[filing.collection].label,
        month: receipt.month,
        reference: receipt.reference,
        checkCode: receipt.checkCode,
        submittedAt: now,
        late: receipt.late,
        ...(user.onBehalfOf !== undefined && { onBehalfOf: user.onBehalfOf }),
        how: sourceInWords(filing.source),
        path: receiptPath(receipt),
      },
    },
    now,
  );

/** Where a receipt stands. */
export const receiptPath = ({ locationId, collection, reference }: Receipt): string =>
  `/returns/${locationId}/${collection}/receipt/${reference}`;
