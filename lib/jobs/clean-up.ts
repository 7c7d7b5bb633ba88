import { Prisma, system, transact, type Transaction } from "../db";
import { env } from "../env";

const dayMs = 86_400_000;

/**
 * Clears what has been kept as long as the RETENTION settings say: names in rejected registrations, ended sessions, old
 * sign-ins, the text of old messages and then the messages, drafts, and links and challenges that have run out.
 * Returns, access and the audit are kept.
 */
export async function cleanUp(now: Date): Promise<string> {
  const settings = env();
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const cleared = {
    registrations: await nameless(before(settings.RETENTION_REJECTED_DAYS)),
    sessions: await clear((tx) => {
      const old = before(settings.RETENTION_SESSION_DAYS);
      return tx.session.deleteMany({ where: { OR: [{ endedAt: { lt: old } }, { until: { lt: old } }] } });
    }),
    "sign-ins": await signIns(before(settings.RETENTION_SIGN_IN_DAYS)),
    "message texts": await clear((tx) => {
      const old = { queuedAt: { lt: before(settings.RETENTION_MAIL_TEXT_DAYS) } };
      const waiting = { sentAt: null, failedAt: null };
      return tx.email.updateMany({ where: { ...old, props: { not: {} }, NOT: waiting }, data: { props: {} } });
    }),
    messages: await clear((tx) =>
      tx.email.deleteMany({ where: { queuedAt: { lt: before(settings.RETENTION_MAIL_DAYS) } } }),
    ),
    drafts: await clear((tx) => {
      const old = before(settings.RETENTION_DRAFT_DAYS);
      return tx.returnDraft.deleteMany({ where: { savedAt: { lt: old } } });
    }),
    "registration drafts": await clear((tx) => tx.registrationDraft.deleteMany({ where: { expiresAt: { lt: now } } })),
    "uploaded files": await clear((tx) => tx.importUpload.deleteMany({ where: { expiresAt: { lt: now } } })),
    challenges: await clear((tx) => tx.spentChallenge.deleteMany({ where: { expiresAt: { lt: now } } })),
    "reset links": await clear((tx) => tx.resetLink.deleteMany({ where: { expiresAt: { lt: before(30) } } })),
    "return links": await clear((tx) =>
      tx.returnLink.deleteMany({ where: { expiresAt: { lt: before(30) }, sessions: { none: {} } } }),
    ),
    limits: await clear((tx) => tx.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } })),
    runs: await clear((tx) =>
      tx.jobRun.deleteMany({ where: { startedAt: { lt: before(settings.RETENTION_MAIL_DAYS) } } }),
    ),
  };
  const some = Object.entries(cleared).filter(([, count]) => count > 0);
  return some.length === 0 ? "Nothing to clear" : some.map(([what, count]) => `${what}: ${count}`).join(", ");
}

const by = system("clean-up");

async function clear(work: (tx: Transaction) => Promise<{ count: number }>): Promise<number> {
  return (await transact(by, "kept long enough", work, { timeout: 60_000 })).count;
}

const signIns = (before: Date) =>
  transact(by, "kept long enough", async (tx) => {
    const [row] = await tx.$queryRaw<{ cleared: bigint }[]>`select clear_sign_in_events(${before}) as cleared`;
    return Number(row?.cleared ?? 0);
  });

/** Takes the person out of registrations that were rejected, all parts of them, before a time. The decision stays. */
const nameless = (before: Date) =>
  transact(by, "rejected and kept long enough", (tx) =>
    tx.$executeRaw(Prisma.sql`
      update registration r
         set email = 'removed-' || r.id || '@removed.invalid', full_name = 'Removed', telephone = '', job_title = '',
             organisation = null, address = null, postcode = null, why = null
       where r.account_id is null and r.full_name <> 'Removed'
         and exists (select from access_request q where q.registration_id = r.id)
         and not exists (select from access_request q where q.registration_id = r.id
                            and (q.decided_at is null or q.decision <> 'rejected' or q.decided_at >= ${before}))`),
  );
