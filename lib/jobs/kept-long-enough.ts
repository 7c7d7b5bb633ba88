import { idempotencyDays } from "@/lib/api/remember-sending";
import { db, Prisma, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";

/** One kind of thing that is cleared once it was kept long enough. */
export interface Clearing {
  what: string;
  /** For how long it is kept, in words. */
  kept: string;
  /** How many there are to clear. */
  count: () => Promise<number>;
  clear: (tx: Transaction) => Promise<number>;
}

const dayMs = 86_400_000;

/**
 * What has been kept as long as the RETENTION settings say: names in rejected registrations, ended sessions, old
 * sign-ins, the text of old messages and then the messages, drafts, and links and challenges that have expired.
 * Returns, access and the audit are kept.
 */
export function keptLongEnough(now: Date): Clearing[] {
  const settings = env();
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const days = (number: number) => `${number} days`;
  const old = {
    session: before(settings.RETENTION_SESSION_DAYS),
    text: { queuedAt: { lt: before(settings.RETENTION_MAIL_TEXT_DAYS) } },
    mail: { queuedAt: { lt: before(settings.RETENTION_MAIL_DAYS) } },
    link: { expiresAt: { lt: before(30) } },
    past: { expiresAt: { lt: now } },
  };
  const sessions = { OR: [{ endedAt: { lt: old.session } }, { until: { lt: old.session } }] };
  const texts = { ...old.text, props: { not: {} }, NOT: { sentAt: null, failedAt: null } };
  const drafts = { savedAt: { lt: before(settings.RETENTION_DRAFT_DAYS) } };
  const workbooks = { ...old.past, OR: [{ filedAt: null }, { file: { isNot: null } }] };
  const links = { ...old.link, sessions: { none: {} } };
  const runs = { startedAt: { lt: before(settings.RETENTION_MAIL_DAYS) } };
  const sendings = { at: { lt: before(idempotencyDays) } };
  const limits = { expire: { lt: BigInt(now.getTime()) } };
  const counted = async (deleted: Promise<{ count: number }>) => (await deleted).count;
  return [
    names(before(settings.RETENTION_REJECTED_DAYS), days(settings.RETENTION_REJECTED_DAYS)),
    {
      what: "sessions",
      kept: `${days(settings.RETENTION_SESSION_DAYS)} after they end`,
      count: () => db.session.count({ where: sessions }),
      clear: (tx) => counted(tx.session.deleteMany({ where: sessions })),
    },
    signIns(before(settings.RETENTION_SIGN_IN_DAYS), days(settings.RETENTION_SIGN_IN_DAYS)),
    {
      what: "message texts",
      kept: days(settings.RETENTION_MAIL_TEXT_DAYS),
      count: () => db.email.count({ where: texts }),
      clear: (tx) => counted(tx.email.updateMany({ where: texts, data: { props: {} } })),
    },
    {
      what: "messages",
      kept: days(settings.RETENTION_MAIL_DAYS),
      count: () => db.email.count({ where: old.mail }),
      clear: (tx) => counted(tx.email.deleteMany({ where: old.mail })),
    },
    {
      what: "drafts",
      kept: days(settings.RETENTION_DRAFT_DAYS),
      count: () => db.returnDraft.count({ where: drafts }),
      clear: (tx) => counted(tx.returnDraft.deleteMany({ where: drafts })),
    },
    {
      what: "registration drafts",
      kept: "until they expire",
      count: () => db.registrationDraft.count({ where: old.past }),
      clear: (tx) => counted(tx.registrationDraft.deleteMany({ where: old.past })),
    },
    {
      what: "uploaded files",
      kept: "until they expire",
      count: () => db.importUpload.count({ where: old.past }),
      clear: (tx) => counted(tx.importUpload.deleteMany({ where: old.past })),
    },
    {
      what: "workbooks",
      kept: days(settings.WORKBOOK_DAYS),
      count: () => db.workbook.count({ where: workbooks }),
      clear: clearWorkbooks(old.past),
    },
    {
      what: "lists of managers",
      kept: "until they expire",
      count: () => db.preRegistration.count({ where: old.past }),
      clear: (tx) => counted(tx.preRegistration.deleteMany({ where: old.past })),
    },
    {
      what: "challenges",
      kept: "until they expire",
      count: () => db.spentChallenge.count({ where: old.past }),
      clear: (tx) => counted(tx.spentChallenge.deleteMany({ where: old.past })),
    },
    {
      what: "reset links",
      kept: "30 days after they expire",
      count: () => db.resetLink.count({ where: old.link }),
      clear: (tx) => counted(tx.resetLink.deleteMany({ where: old.link })),
    },
    {
      what: "return links",
      kept: "30 days after they expire",
      count: () => db.returnLink.count({ where: links }),
      clear: (tx) => counted(tx.returnLink.deleteMany({ where: links })),
    },
    {
      what: "what other systems sent",
      kept: days(idempotencyDays),
      count: () => db.apiSending.count({ where: sendings }),
      clear: (tx) => counted(tx.apiSending.deleteMany({ where: sendings })),
    },
    {
      what: "limits",
      kept: "until they expire",
      count: () => db.rateLimit.count({ where: limits }),
      clear: (tx) => counted(tx.rateLimit.deleteMany({ where: limits })),
    },
    {
      what: "runs",
      kept: days(settings.RETENTION_MAIL_DAYS),
      count: () => db.jobRun.count({ where: runs }),
      clear: (tx) => counted(tx.jobRun.deleteMany({ where: runs })),
    },
  ];
}

/** What was never filed goes whole; of what was filed stays who sent which file when, for the returns that came of it. */
const clearWorkbooks = (past: Prisma.WorkbookWhereInput) => async (tx: Transaction) => {
  const { count: unfiled } = await tx.workbook.deleteMany({ where: { ...past, filedAt: null } });
  const filed = { workbook: past };
  await tx.workbookRow.deleteMany({ where: filed });
  const { count } = await tx.workbookFile.deleteMany({ where: filed });
  return unfiled + count;
};

/** Registrations that were rejected, all parts of them: the person is taken out, and the decision stays. */
function names(before: Date, kept: string): Clearing {
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

const signIns = (before: Date, kept: string): Clearing => ({
  what: "sign-ins",
  kept,
  count: () => db.signInEvent.count({ where: { at: { lt: before } } }),
  clear: (tx) => one(tx.$queryRaw(Prisma.sql`select clear_sign_in_events(${before}) as n`)),
});

const one = async (asked: Promise<{ n: bigint }[]>) => Number((await asked)[0]?.n ?? 0);
