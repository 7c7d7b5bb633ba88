import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { isTemplate, readProps, templates } from "@/lib/outbox/templates";
import { renderEmail, type Rendered } from "./render-email";
import { secretsOf } from "./secrets-of";

export type EmailState = "sent" | "waiting" | "failed" | "bounced";

/** A message as support and /dev/mail list it: that it went and where, never what secret it carried. */
export interface EmailRow {
  id: string;
  template: string;
  to: string;
  subject: string;
  accountId: number | null;
  queuedAt: Date;
  sentAt: Date | null;
  attempts: number;
  nextTryAt: Date | null;
  lastError: string | null;
  transport: string | null;
  state: EmailState;
}

export interface EmailsSought {
  state?: EmailState;
  /** Part of the address it was sent to. */
  to?: string;
  accountId?: number;
  /** From 1. */
  page?: number;
  /** How many a page: fifty where nothing is said. */
  size?: number;
}

const aPage = 50;

const stateIs: Record<EmailState, Prisma.EmailWhereInput> = {
  sent: { sentAt: { not: null }, bouncedAt: null },
  waiting: { sentAt: null, failedAt: null },
  failed: { failedAt: { not: null }, bouncedAt: null },
  bounced: { bouncedAt: { not: null } },
};

/** The messages that support looks for, newest first. */
export async function emailList(user: User, sought: EmailsSought = {}): Promise<{ rows: EmailRow[]; total: number }> {
  allow(user, "support people");
  const where: Prisma.EmailWhereInput = {
    ...(sought.state ? stateIs[sought.state] : {}),
    ...(sought.to ? { to: { contains: sought.to, mode: "insensitive" } } : {}),
    ...(sought.accountId === undefined ? {} : { accountId: sought.accountId }),
  };
  return listed(where, sought.page ?? 1, sought.size);
}

/** One email for support: who it is for and what it is about. `facts` is null once its text has been deleted. */
export async function email(
  user: User,
  id: string,
): Promise<(EmailRow & { facts: Record<string, unknown> | null; account: string | null }) | null> {
  allow(user, "support people");
  if (!isId(id)) return null;
  const row = await db.email.findUnique({ where: { id } });
  if (!row) return null;
  const whose = row.accountId === null ? null : await db.account.findUnique({ where: { id: row.accountId } });
  const facts = isTemplate(row.template) ? templates[row.template].facts.safeParse(row.props) : null;
  return { ...asRow(row), facts: facts?.success ? facts.data : null, account: whose?.fullName ?? null };
}

/** How many messages wait, failed and bounced. */
export async function emailCounts(user: User): Promise<Record<Exclude<EmailState, "sent">, number>> {
  allow(user, "support people");
  const count = (state: EmailState) => db.email.count({ where: stateIs[state] });
  const [waiting, failed, bounced] = await Promise.all([count("waiting"), count("failed"), count("bounced")]);
  return { waiting, failed, bounced };
}

/** The outbox for anyone at /dev/mail: in a demo alone, null elsewhere. */
export const keptEmails = async (page = 1): Promise<{ rows: EmailRow[]; total: number } | null> =>
  env().SERVICE_MODE === "demo" ? listed({}, page) : null;

/**
 * One message of a demo's outbox with its text, drawn again as its reader would get it, secrets and all: in a demo
 * alone, null elsewhere. The text is null if what the message carried was used or has expired.
 */
export async function keptEmail(id: string, now: Date): Promise<(EmailRow & { drawn: Rendered | null }) | null> {
  if (env().SERVICE_MODE !== "demo" || !isId(id)) return null;
  const email = await db.email.findUnique({ where: { id } });
  if (!email || !isTemplate(email.template)) return null;
  const props = readProps(email.template, email.props);
  const secrets = await secretsOf(email.template, props, email.to, now);
  return { ...asRow(email), drawn: secrets === null ? null : await renderEmail(email.template, props, secrets) };
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function listed(where: Prisma.EmailWhereInput, page: number, size = aPage) {
  const [rows, total] = await Promise.all([
    db.email.findMany({ where, orderBy: [{ queuedAt: "desc" }, { id: "asc" }], take: size, skip: (page - 1) * size }),
    db.email.count({ where }),
  ]);
  return { rows: rows.map(asRow), total };
}

type Row = Prisma.EmailGetPayload<object>;

function asRow({ props: _props, uniqueKey: _key, failedAt, bouncedAt, ...email }: Row): EmailRow {
  const state = bouncedAt ? "bounced" : failedAt ? "failed" : email.sentAt ? "sent" : "waiting";
  return { ...email, state };
}
