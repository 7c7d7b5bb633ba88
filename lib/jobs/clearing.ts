import { db, Prisma, type Transaction } from "@/lib/db";

/** One kind of thing that is deleted, or has its names removed, once it has been kept long enough. */
export interface Clearing {
  what: string;
  /** For how long it is kept, in words. */
  kept: string;
  /** How many there are to clear. */
  count: () => Promise<number>;
  clear: (tx: Transaction) => Promise<number>;
}

/**
 * Deletes workbooks that were never filed. Of those that were filed it deletes the file and its rows, and keeps who sent
 * which file and when, because the returns that were filed with it refer to that.
 */
export const clearWorkbooks = (past: Prisma.WorkbookWhereInput) => async (tx: Transaction) => {
  const { count: unfiled } = await tx.workbook.deleteMany({ where: { ...past, filedAt: null } });
  const filed = { workbook: past };
  await tx.workbookRow.deleteMany({ where: filed });
  const { count } = await tx.workbookFile.deleteMany({ where: filed });
  return unfiled + count;
};

/** Removes the person from registrations whose every request was rejected or withdrawn; the decisions stay. */
export function clearRejectedNames(before: Date, kept: string): Clearing {
  const rejected = Prisma.sql`
    r.account_id is null and r.full_name <> 'Removed'
      and exists (select from access_request q where q.registration_id = r.id)
      and not exists (select from access_request q where q.registration_id = r.id
                         and (q.decided_at is null or q.decision not in ('rejected', 'withdrawn') or q.decided_at >= ${before}))`;
  return {
    what: "registrations",
    kept: `${kept} after they are rejected or withdrawn`,
    count: () => one(db.$queryRaw(Prisma.sql`select count(*) as n from registration r where ${rejected}`)),
    clear: (tx) =>
      tx.$executeRaw(Prisma.sql`
        update registration r
           set email = 'removed-' || r.id || '@removed.invalid', full_name = 'Removed', telephone = '', job_title = '',
               organisation = null, address = null, postcode = null, why = null
         where ${rejected}`),
  };
}

/** Deletes old attempts to sign in. The database does it: the app itself may not change them. */
export const clearOldSignIns = (before: Date, kept: string): Clearing => ({
  what: "sign-ins",
  kept,
  count: () => db.signInEvent.count({ where: { at: { lt: before } } }),
  clear: (tx) => one(tx.$queryRaw(Prisma.sql`select clear_sign_in_events(${before}) as n`)),
});

const one = async (asked: Promise<{ n: bigint }[]>) => Number((await asked)[0]?.n ?? 0);
