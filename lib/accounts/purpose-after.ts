import { isPrivilegedKind } from "@/lib/access/kinds";
import { env } from "@/lib/env";
import type { SessionPurpose } from "./session-user";
import type { AccountState } from "./account-state";

const day = 24 * 60 * 60_000;

export type SignInGate = "password" | "choose_password" | "disclaimer" | "second_factor";

const gates: SignInGate[] = ["password", "choose_password", "disclaimer", "second_factor"];

/**
 * What a session is good for after a step of signing in: the next page that this person must go through, or all they may do. The steps come in one order and none can be skipped: choose a password, the disclaimer of a shared account, the
 * second factor, which a shared account never has: one person's phone would hold the desk.
 */
export function purposeAfter(passed: SignInGate, state: AccountState, now: Date): SessionPurpose {
  const wanted: Record<SignInGate, boolean> = {
    password: false,
    choose_password: mustChoosePassword(state, now),
    disclaimer: state.generic,
    second_factor: !state.generic && (state.totpConfirmedAt !== null || needsSecondFactor(state)),
  };
  const next = gates.slice(gates.indexOf(passed) + 1).find((gate) => wanted[gate]);
  return next === undefined || next === "password" ? "full" : next;
}

/** All they have is a one-use password, or their own has expired: it is changed at sign-in, and locks nothing. */
const mustChoosePassword = (state: AccountState, now: Date): boolean =>
  state.passwordSetAt === null || (passwordExpires(state.passwordSetAt)?.getTime() ?? Infinity) <= now.getTime();

/** When a password chosen at that time expires, or null if the service lets passwords stand. */
export function passwordExpires(setAt: Date): Date | null {
  const days = env().PASSWORD_DAYS;
  return days === 0 ? null : new Date(setAt.getTime() + days * day);
}

/** Must this person use a second factor? By the setting: of those who see most, of approvers too, of all, of no one. */
export function needsSecondFactor(person: Pick<AccountState, "kind" | "approver">): boolean {
  const { SECOND_FACTOR, SERVICE_MODE } = env();
  const asked = SECOND_FACTOR ?? (SERVICE_MODE === "demo" ? "off" : "privileged");
  if (asked === "off") return false;
  return asked === "all" || isPrivilegedKind(person.kind) || (asked === "approvers" && person.approver);
}
