import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

const mostListed = 200;

const withPeople = {
  writtenBy: { select: { fullName: true } },
  publishedBy: { select: { fullName: true } },
  withdrawnBy: { select: { fullName: true } },
  _count: { select: { readBy: true } },
} as const;

/** Everything that support has written, drafts and withdrawn news too, the newest first. */
export async function newsWritten(user: User) {
  allow(user, "write news");
  return db.newsItem.findMany({ include: withPeople, orderBy: { id: "desc" }, take: mostListed });
}

/** One piece of it; null if there is none of that number. */
export async function newsDraft(user: User, id: number) {
  allow(user, "write news");
  return db.newsItem.findUnique({ where: { id }, include: withPeople });
}

export type WrittenNews = NonNullable<Awaited<ReturnType<typeof newsDraft>>>;

/** The state of a piece of news. */
export function newsState(
  { publishedAt, withdrawnAt, showsFrom }: Pick<WrittenNews, "publishedAt" | "withdrawnAt" | "showsFrom">,
  now: Date,
): "draft" | "scheduled" | "published" | "withdrawn" {
  if (withdrawnAt) return "withdrawn";
  if (!publishedAt) return "draft";
  return showsFrom && showsFrom > now ? "scheduled" : "published";
}
