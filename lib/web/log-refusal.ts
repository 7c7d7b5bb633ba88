import { sessionUser } from "@/lib/accounts/session-user";
import { log } from "@/lib/log";
import { loggedPath } from "./logged-path";
import { tellOfRefusals, type RefusedRequest } from "./tell-of-refusals";

const minute = 60_000;
/** This many refusals of one account within a minute should be looked at by support. */
export const refusalsForAlarm = 30;

/** Kept on `globalThis` because Next bundles actions and pages separately from the server in front of them. */
const kept = globalThis as {
  capacityTrackerRefusals?: Map<number, { since: number; times: number }>;
  capacityTrackerRefused?: Set<string>;
};

/**
 * Logs one line for each thing that someone was not allowed to do or see. If one account is refused many times within a
 * minute, logs an alarm and emails support.
 */
export function logRefusal(refused: RefusedRequest, now: Date): void {
  const { user, verb, target, address } = refused;
  const line = { account: user.id, handle: user.session, address };
  log.warn({ ...line, verb, target }, "refused");
  const times = timesWithin(user.id, now.getTime());
  if (times !== refusalsForAlarm) return;
  log.error({ ...line, alarm: "refusals", times }, "ALARM for support: one account was refused many times in a minute");
  void tellOfRefusals({ ...refused, times }, now).catch((fault: unknown) =>
    log.error({ err: fault }, "support could not be told of refusals"),
  );
}

function timesWithin(account: number, at: number): number {
  const counted = (kept.capacityTrackerRefusals ??= new Map());
  const before = counted.get(account);
  const count = before && at - before.since < minute ? { ...before, times: before.times + 1 } : { since: at, times: 1 };
  if (counted.size > 10_000) counted.clear();
  counted.set(account, count);
  return count.times;
}

const logged = () => (kept.capacityTrackerRefused ??= new Set());

/** Logs what the policy refused while a form was handled: the log says more than the person is shown. */
export function logForbidden(requestId: string, refused: RefusedRequest, now: Date): void {
  if (logged().size > 10_000) logged().clear();
  logged().add(requestId);
  logRefusal(refused, now);
}

export interface NotFoundRequest {
  requestId: string;
  /** The secret of the session's cookie. */
  token: string;
  method: string | undefined;
  path: string;
  address: string | null;
}

/**
 * Logs a request from someone signed in that ended as "not found", unless it has already been logged. Neither the
 * person nor the log can tell whether the page does not exist or may not be seen.
 */
export async function logNotFound(
  { requestId, token, method, path, address }: NotFoundRequest,
  now: Date,
): Promise<void> {
  if (logged().delete(requestId)) return;
  const live = await sessionUser(token, now).catch(() => null);
  if (!live) return;
  const verb = method === "POST" ? "send a form" : "see";
  logRefusal({ user: live.user, verb, target: loggedPath(path), address }, now);
}

/** The numbers and short keys in a form, for the log. Never text that someone typed. */
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
