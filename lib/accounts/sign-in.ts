import { system, transact, type Transaction } from "@/lib/db";
import { oneUsePasswordIn } from "@/lib/outbox/mailed-secrets";
import { asAddress } from "@/lib/outbox/plain-text";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { done, refused, type Outcome, type Problem } from "@/lib/outcome";
import { TooBusy } from "@/lib/too-busy";
import { credentialsUntil } from "./credentials-until";
import { deviceLane } from "./known-device";
import { openNext, type SignedIn } from "./open-next";
import { hashPassword, isWeaker, verifyPassword } from "./password-hash";
import {
  addressKey,
  addressLane,
  giveBack,
  lockedFor,
  settleRight,
  settleWrong,
  takeSlot,
  type SignInSlot,
} from "./sign-in-lane";
import { networkOf } from "./ip-address";
import { afterWork, sourceOf } from "./sign-in-source";
import { accountStateByEmail, type AccountState } from "./account-state";

export interface Attempt {
  email: string;
  password: string;
  /** "Keep me signed in": not for those who see most, nor for shared accounts. */
  remember: boolean;
  /** The cookie of a browser where someone has signed in before. */
  device?: string | undefined;
  /** Whether the browser has just shown its work, as a place that fails often is asked to. */
  proven?: boolean;
  address: string | null;
  browser: string | null;
}

const wrong =
  "Your email address or password is wrong, or your account is locked. After 5 wrong passwords an account is locked for 24 hours.";
const tooMany = () =>
  `Too many sign-in attempts from your network have failed. Use a browser where you have signed in before, use “Forgotten your password?” to get a link by email, wait an hour, or call ${env().SUPPORT_NAME}: ${env().SUPPORT_PHONE}.`;

/** Asks for proof of work, beside the box for it. */
const prove = (message: string): Problem => ({ field: "altcha", code: "prove", message });
const notARobot =
  "Several sign-in attempts from your network have failed. Tick the box to show that you are not a robot, then try again.";
const notARobotAgain = "Tick the box once more before you try again.";

const signingIn = system("sign-in");

/**
 * Signs someone in with address and password, as far as the next page they must go through.
 * An unknown address, a wrong password, a locked and a closed account are told apart by nothing: the same words, the
 * same checks of a hash and the same queries. Five wrong passwords lock for 24 hours, and the owner gets one mail.
 * Throws `TooBusy` where more passwords wait to be checked than may: that try does not count.
 */
export async function signIn(attempt: Attempt, now: Date): Promise<Outcome<SignedIn>> {
  const email = asAddress(attempt.email);
  const state = await accountStateByEmail(email, now);
  const known = deviceLane(attempt.device, state?.id, now);
  const lane = known ?? addressLane(email);
  const source = await sourceOf(attempt.address, now);
  if (source === "shut" && !known) return refused({ message: tooMany() });
  if (source === "prove" && !known && !attempt.proven) return refused(prove(notARobot));
  const slot = await slotIn(lane, now);
  const opens = slot === "taken" ? hashThatOpens(state, now) : null;
  const right = await verifyPassword(opens, asKept(state, attempt.password)).catch(async (fault: unknown) => {
    if (!(fault instanceof TooBusy)) throw fault;
    if (slot === "taken") await transact(signingIn, "too busy", (tx) => giveBack(tx, lane));
    return fault;
  });
  if (right instanceof TooBusy) throw right;
  const stronger = right && opens !== null && isWeaker(opens) ? await hashPassword(attempt.password) : null;
  return transact(signingIn, "signing in", async (tx) => {
    if (right && state && (await letIn(tx, state, stronger, now))) {
      await keepEvent(tx, attempt, "signed in", state, now);
      const coming = { ...attempt, remembered: attempt.remember, passwordAt: now };
      const signedIn = await openNext(tx, state, "password", coming, now);
      await settleRight(tx, lane);
      return done(signedIn);
    }
    const locks = await settleWrong(tx, lane, slot, now);
    await keepEvent(tx, attempt, resultOf(slot, state, locks) + (attempt.proven ? afterWork : ""), state, now);
    if (locks && state && !state.deactivatedAt) await tellOfLock(tx, state, now);
    return refused({ message: wrong }, ...(source === "prove" && !known ? [prove(notARobotAgain)] : []));
  });
}

/** Where all five tries are being checked this moment, waits up to a second for one. */
async function slotIn(lane: string, now: Date): Promise<SignInSlot> {
  for (let tries = 0; ; tries++) {
    const slot = await takeSlot(lane, now);
    if (slot !== "busy" || tries === 3) return slot;
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200));
  }
}

/** The hash that a password is checked against: none for a closed account and for login details that expired. */
function hashThatOpens(state: AccountState | null, now: Date): string | null {
  if (!state || state.deactivatedAt) return null;
  if (state.passwordSetAt === null && !(state.credentialsIssuedAt && credentialsUntil(state.credentialsIssuedAt) > now))
    return null;
  return state.passwordHash;
}

/** A password counts to the letter; a one-use password that was emailed, however it was copied. */
const asKept = (state: AccountState | null, typed: string): string =>
  (state?.passwordSetAt === null && oneUsePasswordIn(typed)) || typed;

/** Writes that they came in, unless the account changed since it was read. A one-use password is used up by it. */
async function letIn(tx: Transaction, state: AccountState, stronger: string | null, now: Date): Promise<boolean> {
  const oneUse = state.passwordSetAt === null;
  const { count } = await tx.account.updateMany({
    where: {
      id: state.id,
      deactivatedAt: null,
      passwordSetAt: state.passwordSetAt,
      ...(oneUse && { passwordHash: state.passwordHash }),
    },
    data: {
      lastSignedInAt: now,
      ...(oneUse ? { passwordHash: null } : stronger !== null && { passwordHash: stronger }),
    },
  });
  return count === 1;
}

const resultOf = (slot: SignInSlot, state: AccountState | null, locks: boolean): string => {
  if (slot !== "taken") return "refused: locked";
  if (!state) return "unknown address";
  if (state.deactivatedAt) return "closed account";
  return locks ? "wrong password: locked now" : "wrong password";
};

const keepEvent = (tx: Transaction, attempt: Attempt, result: string, state: AccountState | null, now: Date) =>
  tx.signInEvent.create({
    data: {
      at: now,
      emailKey: addressKey(asAddress(attempt.email)),
      accountId: state?.id ?? null,
      result,
      address: attempt.address,
      network: networkOf(attempt.address),
      browser: attempt.browser?.slice(0, 300) ?? null,
    },
  });

/** The owner is told once, at the moment of locking; a one-use password dies with its fifth wrong try. */
async function tellOfLock(tx: Transaction, state: AccountState, now: Date): Promise<void> {
  await tx.account.updateMany({ where: { id: state.id, passwordSetAt: null }, data: { passwordHash: null } });
  await queueEmail(
    tx,
    {
      template: "account-locked",
      to: state.email,
      accountId: state.id,
      props: {
        name: state.name,
        at: now,
        until: new Date(now.getTime() + lockedFor),
        resetUnlocks: env().RESET_UNLOCKS,
      },
    },
    now,
  );
}
