import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { receiptFigures, receiptLines, type ReceiptLine, type ReceiptPart } from "@/lib/returns/receipt-words";
import { registrationPath, registrationSecret } from "@/lib/registrations/registration-link";
import { receiptToMail } from "@/lib/returns/receipts";
import {
  addressSecret,
  bedLinkSecret,
  confirmAddressPath,
  confirmBedsPath,
  oneUsePassword,
  registrationCode,
  resetPath,
  resetSecret,
  savedSearchSecret,
  stopSearchPath,
  unchangedPath,
  unchangedSecret,
  unsubscribePath,
} from "@/lib/outbox/mailed-secrets";
import { plainText } from "@/lib/outbox/plain-text";
import type { Props, TemplateName } from "@/lib/outbox/templates";

interface SecretsByTemplate {
  "registration-received": { link: string };
  "registration-code": { code: string };
  "registration-approved": { password: string };
  "account-made": { password: string };
  "credentials-sent-again": { password: string };
  "password-reset": { link: string };
  "email-change-confirm": { link: string };
  /** The one-press links, by the id of their row; one that was used or has expired is not among them. */
  "window-opens": { links: Record<number, string> };
  "return-reminder": { links: Record<number, string> };
  "beds-doubted": { link: string };
  "bed-placed": { link: string };
  "new-vacancies": { link: string; unsubscribe: string };
  /** What was filed: read when it is sent, so that the outbox holds no one's figures. */
  receipt: { lines: ReceiptLine[]; figures: ReceiptPart[] };
}

/** What a message shows that its row does not hold. */
export type Secrets<T extends TemplateName> = T extends keyof SecretsByTemplate ? SecretsByTemplate[T] : unknown;

/** The address of a page of this service: its origin is a setting, never what a request said. */
const linkTo = (path: string): string => `${env().APP_ORIGIN}${path}`;

type Finders = {
  [T in keyof SecretsByTemplate]: (props: Props<T>, to: string, now: Date) => Promise<SecretsByTemplate[T] | null>;
};

const find: Finders = {
  "registration-received": ({ reference }) =>
    Promise.resolve({ link: linkTo(registrationPath(registrationSecret(reference))) }),
  "registration-code": ({ draftId }, to) => Promise.resolve({ code: registrationCode(draftId, to) }),
  "registration-approved": ({ accountId }) => credentials(accountId),
  "account-made": ({ accountId }) => credentials(accountId),
  "credentials-sent-again": ({ accountId }) => credentials(accountId),
  "password-reset": async ({ resetLinkId }, _to, now) => {
    const row = await db.resetLink.findUnique({ where: { id: resetLinkId } });
    return row && !row.usedAt && row.expiresAt > now ? { link: linkTo(resetPath(resetSecret(row.nonce))) } : null;
  },
  "email-change-confirm": async ({ emailChangeId }, _to, now) => {
    const row = await db.emailChange.findUnique({ where: { id: emailChangeId } });
    if (!row || row.confirmedAt || row.expiresAt <= now) return null;
    return { link: linkTo(confirmAddressPath(addressSecret(row.nonce))) };
  },
  "beds-doubted": ({ bedLinkId }, _to, now) => bedLinkOf(bedLinkId, now),
  "bed-placed": ({ bedLinkId }, _to, now) => bedLinkOf(bedLinkId, now),
  "new-vacancies": async ({ savedSearchId }) => {
    const row = await db.savedSearch.findUnique({ where: { id: savedSearchId } });
    if (!row || row.endedAt !== null) return null;
    const secret = savedSearchSecret(row.nonce);
    return { link: linkTo(stopSearchPath(secret)), unsubscribe: linkTo(unsubscribePath(secret)) };
  },
  "window-opens": ({ due }, _to, now) => returnLinksOf(due, now),
  "return-reminder": ({ due }, _to, now) => returnLinksOf(due, now),
  receipt: async ({ reference }) => {
    const filed = await receiptToMail(reference);
    if (!filed) return null;
    const figures = receiptFigures(filed).map(({ title, lines }) => ({ title, lines: lines.map(plainly) }));
    return { lines: receiptLines(filed).map(plainly), figures };
  },
};

/** Names, notes and reasons are what someone typed. */
const plainly = ([label, value]: ReceiptLine): ReceiptLine => [plainText(label, 500), plainText(value, 1000)];

/**
 * Works out what a message shows beyond its facts. Null if it has come too late to be of use: the password was chosen,
 * the link used or expired; for a receipt, that there is no such return.
 */
export async function secretsOf<T extends TemplateName>(
  template: T,
  props: Props<T>,
  to: string,
  now: Date,
): Promise<Secrets<T> | null> {
  if (!(template in find)) return {} as Secrets<T>;
  const look = find[template as keyof Finders] as (props: unknown, to: string, now: Date) => Promise<unknown>;
  return (await look(props, to, now)) as Secrets<T> | null;
}

/** Where a mail program may end messages like this one with one press; undefined for those that no one can end. */
export const unsubscribeIn = (secrets: unknown): string | undefined =>
  (secrets as { unsubscribe?: string | undefined }).unsubscribe;

async function returnLinksOf(due: readonly { returnLinkId?: number | undefined }[], now: Date) {
  const ids = due.flatMap(({ returnLinkId }) => (returnLinkId === undefined ? [] : [returnLinkId]));
  const rows = ids.length === 0 ? [] : await db.returnLink.findMany({ where: { id: { in: ids } } });
  const live = rows.filter((row) => !row.usedAt && row.expiresAt > now);
  return { links: Object.fromEntries(live.map((row) => [row.id, linkTo(unchangedPath(unchangedSecret(row.nonce)))])) };
}

async function bedLinkOf(id: number, now: Date): Promise<{ link: string } | null> {
  const row = await db.bedLink.findUnique({ where: { id } });
  return row && row.expiresAt > now ? { link: linkTo(confirmBedsPath(bedLinkSecret(row.nonce))) } : null;
}

async function credentials(accountId: number): Promise<{ password: string } | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { credentialsNonce: true, deactivatedAt: true },
  });
  if (!account?.credentialsNonce || account.deactivatedAt) return null;
  return { password: oneUsePassword(account.credentialsNonce) };
}
