import { idempotencyDays } from "@/lib/api/remember-sending";
import { deliveryDays } from "@/lib/api/webhooks/deliveries";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { clearOldSignIns, clearRejectedNames, clearWorkbooks, type Clearing } from "./clearing";

const dayMs = 86_400_000;

/**
 * Everything that is deleted after the time that the RETENTION settings give it: names in rejected registrations, ended
 * sessions, old sign-ins, the text of old messages and then the messages, drafts, and links that have expired. Returns,
 * access and the audit are kept.
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
  const told = { at: { lt: before(deliveryDays) } };
  const unsigned = { signsUntil: { lte: now } };
  const limits = { expire: { lt: BigInt(now.getTime()) } };
  const counted = async (deleted: Promise<{ count: number }>) => (await deleted).count;
  return [
    clearRejectedNames(before(settings.RETENTION_REJECTED_DAYS), days(settings.RETENTION_REJECTED_DAYS)),
    {
      what: "sessions",
      kept: `${days(settings.RETENTION_SESSION_DAYS)} after they end`,
      count: () => db.session.count({ where: sessions }),
      clear: (tx) => counted(tx.session.deleteMany({ where: sessions })),
    },
    clearOldSignIns(before(settings.RETENTION_SIGN_IN_DAYS), days(settings.RETENTION_SIGN_IN_DAYS)),
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
      what: "robot checks",
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
      what: "what webhooks were sent",
      kept: days(deliveryDays),
      count: () => db.webhookEvent.count({ where: told }),
      clear: async (tx) => {
        await tx.webhookDelivery.deleteMany({ where: { event: told } });
        return counted(tx.webhookEvent.deleteMany({ where: told }));
      },
    },
    {
      what: "earlier secrets of webhooks",
      kept: "until they stop signing",
      count: () => db.webhookEarlierSecret.count({ where: unsigned }),
      clear: (tx) => counted(tx.webhookEarlierSecret.deleteMany({ where: unsigned })),
    },
    {
      what: "counts of attempts",
      kept: "until they expire",
      count: () => db.rateLimit.count({ where: limits }),
      clear: (tx) => counted(tx.rateLimit.deleteMany({ where: limits })),
    },
    {
      what: "runs of scheduled work",
      kept: days(settings.RETENTION_MAIL_DAYS),
      count: () => db.jobRun.count({ where: runs }),
      clear: (tx) => counted(tx.jobRun.deleteMany({ where: runs })),
    },
  ];
}
