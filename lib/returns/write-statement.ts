import type { User } from "@/lib/access/user";
import { bedsStillCounted } from "@/lib/beds/location-beds";
import { type BedsToWrite, bedParts } from "@/lib/beds/write-beds";
import { Prisma } from "@/lib/db";
import { mailParts, type Message } from "@/lib/outbox/queue-email";
import type { Collection } from "@/lib/questions/collections";
import type { Filable } from "./filable";
import { answerTable } from "./filed-returns";
import type { Filing } from "./filing";
import { bedTypesOf } from "./figures-now";
import { type FilingFacts, type Receipt, receiptSql, type ReceiptRow } from "./filing-facts";

/** A checked return and who files it, on what facts: all that its row is made of. */
export interface ReturnToWrite {
  user: User;
  facts: FilingFacts;
  filing: Filing;
  filable: Filable;
}

/** The receipt that the same form was given before, if it was. */
export interface Written {
  filed: ReceiptRow | null;
}

/** The returns of one statement: all of one collection and month and by one person, each of another location. */
export interface LotToWrite {
  user: User;
  collection: Collection;
  month: string;
  returns: readonly { toWrite: ReturnToWrite; receipt: Receipt }[];
  mails: readonly Message[];
}

/**
 * The one statement that writes returns, one or many: marks those that they replace as superseded, deletes their drafts,
 * stores beds, answers and accepted warnings in the order given, and queues messages. Does nothing if one of the forms
 * was sent before.
 */
export function writing({ user, collection, month, returns, mails }: LotToWrite, now: Date): Prisma.Sql {
  const table = answerTable[collection];
  const first = `${month}-01`;
  const keys = returns.map(({ toWrite }) => toWrite.filing.idempotencyKey);
  const sentBefore = Prisma.sql`exists (select from filed)`;
  const beds = returns.flatMap(({ toWrite }) => bedsOf(toWrite, now));
  return Prisma.sql`
    with filed as (select ${receiptSql} as receipt from "return" r where r.idempotency_key = any(${keys})),
    lot as (
      select * from jsonb_to_recordset(${JSON.stringify(returns.map(rowOf))}::jsonb)
        as l(nth int, key text, "locationId" int, reference text, "checkCode" text, late boolean, source text,
             "nilReason" text, "nilNote" text, answers jsonb, accepted jsonb, draft int)),
    replaced as (
      update "return" r set superseded_at = ${now}
        from lot
       where r.location_id = lot."locationId" and r.collection = ${collection}::collection and r.month = ${first}::date
         and r.late = lot.late and r.superseded_at is null and not ${sentBefore}
      returning r.id),
    drafted as (
      delete from return_draft d using lot
       where d.location_id = lot."locationId" and d.collection = ${collection}::collection and d.month = ${first}::date
         and (d.saved_by_id = ${user.id} or d.version = lot.draft) and not ${sentBefore}),
    ${bedParts(user, beds, now, { unless: sentBefore })},
    written as (
      insert into "return" (reference, check_code, location_id, collection, month, late, source, nil_reason, nil_note,
                            submitted_at, submitted_by_id, on_behalf_of, idempotency_key, bed_update_id)
      select lot.reference, lot."checkCode", lot."locationId", ${collection}::collection, ${first}::date, lot.late,
             lot.source::return_source, lot."nilReason"::nil_reason, lot."nilNote", ${now}::timestamptz,
             ${user.id}::int, ${user.onBehalfOf ?? null}::text, lot.key, stated.id
        from (select count(*) from replaced) first_superseded, lot
             left join stated on stated.location_id = lot."locationId"
       where not ${sentBefore}
       order by lot.nth
      returning id, location_id),
    answered as (
      insert into ${table}
      select row.*
        from lot join written on written.location_id = lot."locationId",
             jsonb_populate_record(null::${table}, lot.answers || jsonb_build_object('return_id', written.id)) as row
       where lot.answers is not null),
    ticked as (
      insert into accepted_warning (return_id, code, message, reason)
      select written.id, w.code, w.message, nullif(w.reason, '')
        from lot join written on written.location_id = lot."locationId",
             jsonb_to_recordset(lot.accepted) as w(code text, message text, reason text)),
    ${mails.length > 0 ? mailParts(mails, now, sentBefore) : Prisma.sql`queued as (select)`}
    select (select receipt from filed limit 1) as filed from (select count(*) from queued) delivery`;
}

const rowOf = ({ toWrite, receipt }: LotToWrite["returns"][number], nth: number) => ({
  ...{ nth, key: toWrite.filing.idempotencyKey, locationId: toWrite.filing.locationId, source: toWrite.filing.source },
  ...{ reference: receipt.reference, checkCode: receipt.checkCode, late: toWrite.filable.late },
  ...{ nilReason: toWrite.filable.nil?.reason ?? null, nilNote: toWrite.filable.nil?.note ?? null },
  ...{ answers: toWrite.filable.answers, accepted: toWrite.filable.accepted },
  draft: toWrite.filing.draftVersion ?? null,
});

function bedsOf({ facts, filing, filable }: ReturnToWrite, now: Date): BedsToWrite[] {
  const { locationId, collection, source, idempotencyKey } = filing;
  const { beds, month } = filable;
  if (!beds) return [];
  const asked = bedTypesOf(facts, collection, month).map(({ key }) => key);
  return [{ locationId, beds, before: bedsStillCounted(facts, now), asked, source, idempotencyKey }];
}
