import type { User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { canBeFiled } from "./summary";
import type { WorkbookRead } from "./read-workbook";

/** We email about work that takes longer than this, because people will have left the page. */
export const longWork = 60_000;

interface Sent {
  id: number;
  fileName: string;
  sentAt: Date;
}

/** Emails the sender of a workbook that it can be reviewed, or why nothing in it can be filed. */
export function tellReady(
  tx: Transaction,
  user: User,
  { id, fileName: file, sentAt }: Sent,
  result: WorkbookRead,
  now: Date,
): Promise<unknown> {
  const review = "refused" in result ? null : result.review;
  const { returns: toFile, surveys } = review ? canBeFiled(review) : { returns: 0, surveys: 0 };
  const props = {
    ...{ name: user.name, file, sentAt, toFile, surveys, problems: review?.counts.problems ?? 0, path: pageOf(id) },
    ...("refused" in result && { refusal: result.refused }),
  };
  return queueEmail(tx, { template: "workbook-ready", to: user.email, accountId: user.id, props }, now);
}

/** Emails the person who filed a workbook one message for all that was in it. */
export function tellFiled(
  tx: Transaction,
  user: User,
  {
    id,
    fileName: file,
    reference,
    returns,
    surveys,
  }: Omit<Sent, "sentAt"> & { reference: string; returns: number; surveys: number },
  now: Date,
): Promise<unknown> {
  const props = {
    ...{ name: user.name, file, returns, surveys, reference, filedAt: now, path: pageOf(id) },
    ...(user.onBehalfOf !== undefined && { onBehalfOf: user.onBehalfOf }),
  };
  return queueEmail(tx, { template: "workbook-filed", to: user.email, accountId: user.id, props }, now);
}

const pageOf = (id: number) => `/uploads/${id}`;
