import type { Transaction } from "@/lib/db";
import { openSession } from "./open-session";
import { purposeAfter, type SignInGate } from "./purpose-after";
import { mayBeRemembered } from "./session-length";
import type { SessionPurpose } from "./session-user";
import type { AccountState } from "./account-state";

/** A session that was just opened: its secret for the cookie, and what it is good for. */
export interface SignedIn {
  token: string;
  remembered: boolean;
  purpose: SessionPurpose;
  accountId: number;
}

export interface SessionFacts {
  remembered: boolean;
  passwordAt: Date | null;
  onBehalfOf?: string | null;
  address: string | null;
  browser: string | null;
}

/** After one step of signing in, opens a session for the next step, or for everything if no step is left. */
export async function openNext(
  tx: Transaction,
  state: AccountState,
  passed: SignInGate,
  coming: SessionFacts,
  now: Date,
): Promise<SignedIn> {
  const purpose = purposeAfter(passed, state, now);
  const remembered = coming.remembered && mayBeRemembered(state);
  const { passwordAt, address, browser } = coming;
  const onBehalfOf = coming.onBehalfOf ?? null;
  const opening = { holder: state, purpose, remembered, passwordAt, onBehalfOf, address, browser };
  return { token: await openSession(tx, opening, now), remembered, purpose, accountId: state.id };
}
