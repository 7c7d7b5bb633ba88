import { randomBytes } from "node:crypto";
import type { User } from "@/lib/access/user";
import { oneStatement, Prisma, transact, type Transaction } from "@/lib/db";
import { mailParts, type Message } from "@/lib/outbox/queue-email";
import { collections, isMandated } from "@/lib/questions/collections";
import type { Filable } from "./filable";
import type { Filing } from "./filing";
import { answerTable } from "./filed-returns";
import { bedTypesOf } from "./figures-now";
import { type FilingFacts, readReceipt, type Receipt, receiptSql, type ReceiptRow } from "./filing-facts";
import { checkCodeFrom, referenceFrom } from "./reference";
import { sourceInWords } from "@/lib/questions/return-source";
import { bedsStillCounted } from "@/lib/beds/location-beds";
import { bedParts } from "@/lib/beds/write-beds";

/** A checked return and who files it, on what facts: all that its row is made of. */
export interface ReturnToWrite {
  user: User;
  facts: FilingFacts;
  filing: Filing;
  filable: Filable;
}

/**
 * Writes a checked return and queues its receipt, in one statement. Its rows hold who files it, when and on whose
 * behalf, and are their own audit. A form that was sent before writes nothing and gives
 * the receipt it gave then. Two that meet are refused by the database's unique indexes, one of them: it is to try again
 * and `wait`, which lets the returns of one location, collection and month take turns.
 */
export async function writeReturn(
  toWrite: ReturnToWrite,
  now: Date,
  wait: boolean,
): Promise<Receipt & { byId: number }> {
  const { user, filing, filable } = toWrite;
  const { locationId, collection } = filing;
  const { month, late } = filable;
  const proof = { reference: referenceFrom(randomBytes(8)), checkCode: checkCodeFrom(randomBytes(8)) };
  const receipt = { ...proof, locationId, collection, month, late, submittedAt: now, byId: user.id };
  const statement = writing(toWrite, receipt);
  const [row] = wait
    ? await transact(user, "filed a return", async (tx) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(${locationId}::int, hashtext(${`${collection} ${month}`}))`;
        return tx.$queryRaw<Written[]>(statement);
      })
    : await oneStatement<Written>(statement);
  return row?.filed ? readReceipt(row.filed) : receipt;
}

/**
 * Writes one of a lot of checked returns inside the lot's own transaction. Whoever files the same return meanwhile is
 * refused by the database's unique indexes, or this lot is: then nothing of it is kept, and it is to try again.
 */
export async function writeInLot(tx: Transaction, toWrite: ReturnToWrite, now: Date): Promise<Receipt> {
  const { filing, filable } = toWrite;
  const { locationId, collection } = filing;
  const { month, late } = filable;
  const proof = { reference: referenceFrom(randomBytes(8)), checkCode: checkCodeFrom(randomBytes(8)) };
  const receipt = { ...proof, locationId, collection, month, late, submittedAt: now };
  const [row] = await tx.$queryRaw<Written[]>(writing(toWrite, receipt));
  if (row?.filed) throw new Error("A return of this lot was filed before, without its lot.");
  return receipt;
}

/** The receipt that the same form was given before, if it was. */
interface Written {
  filed: ReceiptRow | null;
}

/**
 * One statement: marks the return it replaces as superseded, deletes the draft, stores beds, answers and accepted
 * warnings, and queues the receipt. Does nothing if the form was sent before.
 */
function writing({ user, facts, filing, filable }: ReturnToWrite, receipt: Receipt): Prisma.Sql {
  const { month, late, nil, answers, beds, accepted } = filable;
  const { reference, checkCode, submittedAt: now } = receipt;
  const { locationId, collection, idempotencyKey, source, draftVersion = null } = filing;
  const table = answerTable[collection];
  const first = `${month}-01`;
  const sentBefore = Prisma.sql`exists (select from filed)`;
  const asked = bedTypesOf(facts, collection, month).map(({ key }) => key);
  const statedBefore = bedsStillCounted(facts, now);
  const update = beds && { locationId, beds, before: statedBefore, asked, source, idempotencyKey };
  const mails = filing.mail !== false && isMandated(collection);
  return Prisma.sql`
    with filed as (select ${receiptSql} as receipt from "return" r where r.idempotency_key = ${idempotencyKey}),
    replaced as (
      update "return" set superseded_at = ${now}
       where location_id = ${locationId} and collection = ${collection}::collection and month = ${first}::date
         and late = ${late} and superseded_at is null and not ${sentBefore}
      returning id),
    drafted as (
      delete from return_draft
       where location_id = ${locationId} and collection = ${collection}::collection and month = ${first}::date
         and (saved_by_id = ${user.id} or version = ${draftVersion}::int) and not ${sentBefore}),
    ${update ? bedParts(user, update, now, sentBefore) : Prisma.sql`stated as (select null::int as id)`},
    written as (
      insert into "return" (reference, check_code, location_id, collection, month, late, source, nil_reason, nil_note,
                            submitted_at, submitted_by_id, on_behalf_of, idempotency_key, bed_update_id)
      select ${reference}, ${checkCode}, ${locationId}::int, ${collection}::collection, ${first}::date, ${late}::boolean,
             ${source}::return_source, ${nil?.reason ?? null}::nil_reason, ${nil?.note ?? null}::text,
             ${now}::timestamptz, ${user.id}::int, ${user.onBehalfOf ?? null}::text, ${idempotencyKey}, stated.id
        from (select count(*) from replaced) first_superseded, stated
       where not ${sentBefore}
      returning id),
    answered as (
      insert into ${table}
      select row.*
        from written, (select ${answers && JSON.stringify(answers)}::jsonb as answers) said,
             jsonb_populate_record(null::${table}, said.answers || jsonb_build_object('return_id', written.id)) as row
       where said.answers is not null),
    ticked as (
      insert into accepted_warning (return_id, code, message, reason)
      select written.id, w.code, w.message, nullif(w.reason, '')
        from written, jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb) as w(code text, message text, reason text)),
    ${mails ? mailParts([receiptMail(user, facts, filing, receipt)], now, sentBefore) : Prisma.sql`queued as (select)`}
    select (select receipt from filed) as filed from (select count(*) from queued) delivery`;
}

const receiptMail = (user: User, facts: FilingFacts, filing: Filing, receipt: Receipt): Message => ({
  template: "receipt",
  to: user.email,
  accountId: user.id,
  props: {
    name: user.name,
    location: facts.location.name,
    collection: collections[filing.collection].label,
    month: receipt.month,
    reference: receipt.reference,
    checkCode: receipt.checkCode,
    submittedAt: receipt.submittedAt,
    late: receipt.late,
    ...(user.onBehalfOf !== undefined && { onBehalfOf: user.onBehalfOf }),
    how: sourceInWords(filing.source),
    path: receiptPath(receipt),
  },
});

/** The page of a receipt. */
export const receiptPath = ({ locationId, collection, reference }: Receipt): string =>
  `/returns/${locationId}/${collection}/receipt/${reference}`;
