import type { User } from "@/lib/access/user";
import { log } from "@/lib/log";

export interface RefusedRequest {
  /** Who was refused; null for someone who is not signed in. */
  user: Pick<User, "id" | "session"> | null;
  /** What they wanted to do, in the policy's words; "see" for a page. */
  verb: string;
  /** To what: the path, and the numbers that a form named. */
  target: string;
  /** The internet address they came from. */
  address: string | null;
}

const minute = 60_000;
/** This many refusals of one account within a minute should be looked at by support. */
export const alarming = 30;

/** Next bundles actions and pages apart from the server that stands before them: what all share lies beside them. */
const kept = globalThis as {
  capacityTrackerRefusals?: Map<number, { since: number; times: number }>;
  capacityTrackerNotFound?: Map<string, RefusedRequest>;
};

/** One line of the log for each thing that someone may not do or see, and an alarm where one account meets many. */
export function logRefusal({ user, verb, target, address }: RefusedRequest, now: Date): void {
  log.warn({ account: user?.id ?? null, handle: user?.session ?? null, verb, target, address }, "refused");
  if (!user) return;
  const counted = (kept.capacityTrackerRefusals ??= new Map());
  const at = now.getTime();
  const before = counted.get(user.id);
  const count = before && at - before.since < minute ? { ...before, times: before.times + 1 } : { since: at, times: 1 };
  if (counted.size > 10_000) counted.clear();
  counted.set(user.id, count);
  if (count.times === alarming)
    log.error(
      { alarm: "refusals", account: user.id, handle: user.session, address, times: count.times },
      "ALARM for support: one account was refused many times within a minute",
    );
}

/**
 * Notes who would be refused if a request ends as "not found". Next makes that page with every page, found or not, so only
 * the server that sees the answer can tell (`takeNoted`).
 */
export function noteIfNotFound(requestId: string, refused: RefusedRequest): void {
  const noted = (kept.capacityTrackerNotFound ??= new Map());
  if (noted.size > 10_000) noted.clear();
  noted.set(requestId, refused);
}

/** What was noted of a request, once. */
export function takeNoted(requestId: string): RefusedRequest | null {
  const noted = kept.capacityTrackerNotFound?.get(requestId) ?? null;
  kept.capacityTrackerNotFound?.delete(requestId);
  return noted;
}

/** The numbers and short keys that a form named, for the log: nothing that someone wrote. */
export const refusedTarget = (path: string | null, typed: Readonly<Record<string, unknown>>): string =>
  [
    path ?? "",
    ...Object.entries(typed).flatMap(([name, value]) => {
      const text = String(value);
      return /^\d{1,12}$|^[a-z]+:\d{1,12}$/.test(text) && !/code|password|token/i.test(name) ? [`${name}=${text}`] : [];
    }),
  ]
    .filter((part) => part !== "")
    .slice(0, 10)
    .join(" ");
