import { Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import { bedsSql, type BedsRow, readBeds } from "@/lib/beds/stated-beds";
import type { Beds } from "@/lib/questions/beds";
import type { AcceptedWarning } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { NilReason } from "@/lib/questions/nil-reasons";
import type { Answers } from "@/lib/questions/question";
import type { AnswersOf } from "@/lib/questions/sets";
import type { ReturnSource } from "@/lib/questions/return-source";

/** A return as it is in the record, with what it said. A nil return has no answers. */
export interface ReturnOnRecord {
  id: number;
  reference: string;
  checkCode: string;
  month: Month;
  late: boolean;
  source: ReturnSource;
  nilReason: NilReason | null;
  nilNote: string | null;
  submittedAt: Date;
  submittedBy: string;
  onBehalfOf: string | null;
  supersededAt: Date | null;
  answers: Answers | null;
  beds: Beds | null;
  accepted: AcceptedWarning[];
}

type Row = Omit<ReturnOnRecord, "submittedAt" | "supersededAt" | "beds" | "accepted"> & {
  accepted: AcceptedWarning[] | null;
  submittedAt: string;
  supersededAt: string | null;
  beds: BedsRow | null;
};

/** The table that keeps a collection's answers. */
export const answerTable = {
  care_home: Prisma.sql`care_home_answers`,
  home_care: Prisma.sql`home_care_answers`,
  business_continuity: Prisma.sql`continuity_answers`,
  home_care_daily: Prisma.sql`home_care_daily_answers`,
  hospice: Prisma.sql`continuity_answers`,
  substance_misuse: Prisma.sql`continuity_answers`,
  community: Prisma.sql`continuity_answers`,
} as const satisfies Record<Collection, Prisma.Sql>;

type Columns = {
  care_home: Prisma.CareHomeAnswersUncheckedCreateInput;
  home_care: Prisma.HomeCareAnswersUncheckedCreateInput;
  business_continuity: Prisma.ContinuityAnswersUncheckedCreateInput;
  home_care_daily: Prisma.DailyAnswersUncheckedCreateInput;
  hospice: Prisma.ContinuityAnswersUncheckedCreateInput;
  substance_misuse: Prisma.ContinuityAnswersUncheckedCreateInput;
  community: Prisma.ContinuityAnswersUncheckedCreateInput;
};

/** The collections whose answers stand in the same table as those of this one. */
type Sharing<C extends Collection> = { [D in Collection]: Same<keyof Columns[C], keyof Columns[D], D> }[Collection];
type Same<A, B, Then> = [A] extends [B] ? ([B] extends [A] ? Then : never) : never;

type WithoutColumn<C extends Collection> = Exclude<keyof AnswersOf[C], keyof Columns[C]>;
type WithoutQuestion<C extends Collection> = Exclude<
  keyof Columns[C],
  "returnId" | { [D in Sharing<C>]: keyof AnswersOf[D] }[Sharing<C>]
>;

/** Does not compile while a question has no column or a column no question: the type names them. */
export const everyQuestionHasItsColumn: {
  [C in Collection]: [WithoutColumn<C> | WithoutQuestion<C>] extends [never]
    ? true
    : WithoutColumn<C> | WithoutQuestion<C>;
} = {
  care_home: true,
  home_care: true,
  business_continuity: true,
  home_care_daily: true,
  hospice: true,
  substance_misuse: true,
  community: true,
};

/**
 * The returns of one collection that meet a condition on `r`, newest first, as JSON for `readReturns`. The warnings that
 * were accepted come with each of them, or with the newest alone.
 */
export const returnsSql = (
  collection: Collection,
  where: Prisma.Sql,
  most: number,
  warnings: "of each" | "of the newest" = "of each",
): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object(
            'id', r.id, 'reference', r.reference, 'checkCode', r.check_code, 'month', to_char(r.month, 'YYYY-MM'),
            'late', r.late, 'source', r.source, 'nilReason', r.nil_reason, 'nilNote', r.nil_note,
            'submittedAt', r.submitted_at, 'submittedBy', filer.full_name, 'onBehalfOf', r.on_behalf_of,
            'supersededAt', r.superseded_at, 'answers', row_to_json(a),
            'beds', case when u.id is not null then ${bedsSql} end,
            'accepted', case when r.nth = 1 or ${warnings === "of each"} then (
              select json_agg(json_build_object('code', w.code, 'message', w.message, 'reason', coalesce(w.reason, ''))
                              order by w.code)
                from accepted_warning w where w.return_id = r.id) end) order by r.nth), '[]')
     from (select r.*, row_number() over (order by r.submitted_at desc, r.id desc) as nth from "return" r
            where r.collection = ${collection}::collection and ${where}
            order by r.submitted_at desc, r.id desc limit ${most}) r
     join account filer on filer.id = r.submitted_by_id
     left join ${answerTable[collection]} a on a.return_id = r.id
     left join bed_update u on u.id = r.bed_update_id)`;

export const readReturns = (rows: readonly unknown[]): ReturnOnRecord[] => (rows as readonly Row[]).map(readReturn);

const readReturn = (row: Row): ReturnOnRecord => ({
  ...row,
  submittedAt: new Date(row.submittedAt),
  supersededAt: row.supersededAt === null ? null : new Date(row.supersededAt),
  answers: row.answers && answersOf(row.answers),
  beds: row.beds && readBeds(row.beds),
  accepted: row.accepted ?? [],
});

/** A row of answers without the key that ties it to its return. */
function answersOf({ return_id: _, ...answers }: Answers): Answers {
  return answers;
}
