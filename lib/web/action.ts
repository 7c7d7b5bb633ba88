import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { isProven, proofWanted, proveAgain } from "@/lib/accounts/proof";
import type { LiveSession, SessionPurpose } from "@/lib/accounts/session-user";
import { isFromOurPages } from "./caller-address";
import { now } from "@/lib/clock";
import { rehearse } from "@/lib/db";
import { env } from "@/lib/env";
import { answerWith } from "./answer-with";
import { busySentence } from "./refusals";
import { log, withRequestId } from "@/lib/log";
import {
  inPageOrder,
  orderField,
  ownerField,
  proofField,
  refused,
  type FormAnswer,
  type Outcome,
  type Problem,
} from "@/lib/outcome";
import { maySendFormOf, notTheirForm } from "./form-owner";
import { keepFormProblems } from "./form-problems";
import { logForbidden, refusedTarget } from "./log-refusal";
import { loggedPath } from "./logged-path";
import { postedFiles, postedText, readForm, tooLongIn, withoutSecrets } from "./posted-form";
import { requestFactsOf, type RequestFacts } from "./request-facts";
import { cookieOptions, sessionFor, whoPosted, wroteCookie } from "./session";

/** The page a form leads to if it succeeds. */
export interface NextPage {
  to: string;
}

type Action = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;

const mark = Symbol.for("capacity-tracker.action");
const proven = Symbol.for("capacity-tracker.proven");
const takes = Symbol.for("capacity-tracker.takes");

/**
 * The only way to make a server action. Refuses a post from another site, an unknown or oversized field and anyone who
 * is not signed in. Returns every problem at once with what was typed, or goes to the page that the command names.
 */
export function formAction<S extends z.ZodType>(
  shape: S,
  run: (user: User, typed: z.output<S>, asking: RequestFacts) => Promise<Outcome<NextPage>>,
): Action {
  return wrapped(
    shape,
    async (typed, asking) => {
      const user = await whoPosted();
      return user ? refusalsLogged(user, typed, asking, () => run(user, typed, asking)) : signedOut;
    },
    { before: ofTheSignedIn },
  );
}

/**
 * Refuses a form that someone else opened: whoever signs in later at the same computer would send it in that person's
 * name.
 */
async function ofTheSignedIn(owner: string | undefined): Promise<Problem[]> {
  const user = await whoPosted();
  return user ? ofThis(user, owner) : [];
}

async function ofThis(user: User, owner: string | undefined): Promise<Problem[]> {
  if (maySendFormOf(user, owner)) return [];
  const head = await headers();
  const { heading, sentence } = notTheirForm(user.name);
  log.warn({ account: user.id, session: user.session }, "a form that someone else opened was not taken");
  // Without JavaScript the page would be drawn again for whoever is signed in, and they may not even see it.
  if (!head.has("next-action"))
    answerWith(head.get("x-request-id") ?? "", { status: 409, page: { status: 409, heading, sentence } });
  return [{ message: `${heading}. ${sentence} What you typed is still here.` }];
}

/**
 * Like `formAction`, for actions that affect other people: asks for the password again if it was last entered too long
 * ago, and shows any other problems at the same time.
 */
export function provenAction<S extends z.ZodType>(
  shape: S,
  run: (user: User, typed: z.output<S>, asking: RequestFacts) => Promise<Outcome<NextPage>>,
): Action {
  const proving = async (typed: z.output<S>, asking: RequestFacts): Promise<Outcome<NextPage>> => {
    const user = await whoPosted();
    if (!user) return signedOut;
    const proof = await proveAgain(user, asking.proof, asking.now);
    if (proof.ok) return refusalsLogged(user, typed, asking, () => run(user, typed, asking));
    const rest = await rehearse(() => run(user, typed, asking)).catch(() => null);
    return refused(...proof.problems, ...(rest && !rest.ok ? rest.problems : []));
  };
  const alsoWrong = async (_posted: FormAnswer["typed"], asking: RequestFacts) => {
    const user = await whoPosted();
    return user && asking.proof === undefined && !isProven(user, asking.now) ? [proofWanted()] : [];
  };
  const action = wrapped(shape, proving, { before: ofTheSignedIn, alsoWrong });
  return Object.assign(action, { [proven]: true });
}

const signedOut = refused({
  message:
    "You were signed out, so nothing was sent. What you typed is still here. Sign in again in another tab, then come back and press the button again.",
});

/**
 * Like `formAction`, for pages that anyone may use. `alsoWrong` checks the rest of the form when one field has the
 * wrong shape, so that every problem is shown at once.
 */
export function publicAction<S extends z.ZodType>(
  shape: S,
  run: (typed: z.output<S>, asking: RequestFacts) => Promise<Outcome<NextPage>>,
  alsoWrong?: (posted: FormAnswer["typed"]) => Problem[],
): Action {
  return wrapped(shape, run, alsoWrong && { alsoWrong });
}

/** Like `formAction`, for a session that serves one purpose only. */
export function purposeAction<S extends z.ZodType>(
  purpose: Exclude<SessionPurpose, "full">,
  shape: S,
  run: (live: LiveSession, typed: z.output<S>, asking: RequestFacts) => Promise<Outcome<NextPage>>,
): Action {
  return wrapped(
    shape,
    async (typed, asking) => {
      const live = await sessionFor(purpose);
      return refusalsLogged(live.user, typed, asking, () => run(live, typed, asking));
    },
    { before: async (owner) => ofThis((await sessionFor(purpose)).user, owner) },
  );
}

/** Logs what someone tried to do without permission. They see "page not found". */
async function refusalsLogged<T>(user: User, typed: unknown, asking: RequestFacts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Forbidden) {
      const { address, now } = asking;
      const head = await headers();
      const path = head.get("x-path");
      const target = refusedTarget(path === null ? null : loggedPath(path), (typed ?? {}) as Record<string, unknown>);
      logForbidden(head.get("x-request-id") ?? "", { user, verb: fault.verb, target, address }, now);
    }
    throw fault;
  }
}

/** For a plain `<form action>` with no fields and no message, such as signing out. */
export function plainAction(run: (asking: RequestFacts) => Promise<NextPage>): (form: FormData) => Promise<void> {
  const action = async () => {
    const head = await headers();
    refuseForeign(head);
    const { to } = await run(requestFactsOf(head));
    await rememberWriting();
    redirect(to);
  };
  return Object.assign(action, { [mark]: true });
}

interface Looks {
  /** Problems that stop a form before we read it, judged by who it says it belongs to. */
  before?: (owner: string | undefined) => Promise<Problem[]>;
  /** Other problems in a form, beside fields that have the wrong shape. */
  alsoWrong?: (posted: FormAnswer["typed"], asking: RequestFacts) => Problem[] | Promise<Problem[]>;
}

function wrapped<S extends z.ZodType>(
  shape: S,
  run: (typed: z.output<S>, asking: RequestFacts) => Promise<Outcome<NextPage>>,
  looks: Looks = {},
): Action {
  const action: Action = async (_previous, form) => {
    const head = await headers();
    return withRequestId(head.get("x-request-id") ?? "none", () => answered(head, form));
  };
  const answered = async (head: Headers, form: FormData): Promise<FormAnswer> => {
    refuseForeign(head);
    const { [proofField]: given, [ownerField]: owner, [orderField]: order = "", ...typed } = postedText(form);
    const proof = [given].flat()[0];
    const answer = (problems: Problem[], fields: Readonly<Record<string, string>> = {}): FormAnswer => {
      const inOrder = order === "" ? problems : inPageOrder(problems, [order].flat().join(" ").split(" "));
      // Without JavaScript the page is drawn again in answer to this very request.
      if (!head.has("next-action")) keepFormProblems(head.get("x-request-id") ?? "", inOrder);
      return { problems: inOrder, typed: { ...withoutSecrets(typed), ...fields }, at: now().getTime() };
    };
    const tooLong = tooLongIn(typed);
    if (tooLong.length > 0) {
      log.warn({ status: 413, fields: tooLong.map(({ field }) => field) }, "a form was larger than any of ours");
      answerWith(head.get("x-request-id") ?? "", { status: 413 });
      return answer(tooLong);
    }
    const stopped = (await looks.before?.([owner].flat()[0])) ?? [];
    if (stopped.length > 0) return answer(stopped);
    const read = readForm(shape, typed);
    const asking = { ...requestFactsOf(head), files: postedFiles(form), proof };
    if (!read.ok) return answer([...((await looks.alsoWrong?.(typed, asking)) ?? []), ...read.problems]);
    const outcome = await run(read.value, asking).catch((fault: unknown) => {
      const tooBusy = busySentence(fault);
      if (tooBusy !== null) {
        log.warn({ status: 503, err: fault }, "a form was sent while the service was busy");
        answerWith(head.get("x-request-id") ?? "", { status: 503 });
        return refused({ message: tooBusy });
      }
      if (!(fault instanceof Forbidden)) throw fault;
      notFound();
    });
    if (!outcome.ok) return answer(outcome.problems, outcome.now);
    await rememberWriting();
    redirect(outcome.value.to);
  };
  return Object.assign(action, { [mark]: true, [takes]: shape });
}

/** Was this function made by one of the wrappers above? For the test that looks at every action. */
export const isAction = (value: unknown): boolean => typeof value === "function" && mark in value;

/**
 * The fields that an action accepts, for the test that sends each action an unknown one. Null for a plain form's
 * action.
 */
export const shapeOfAction = (action: unknown): z.ZodType | null =>
  isAction(action) && takes in (action as object) ? (action as { [takes]: z.ZodType })[takes] : null;

/** Does this action ask for the password again? */
export const isProvenAction = (value: unknown): boolean => isAction(value) && proven in (value as object);

/**
 * Remembers in the browser that it has just sent something, for as long as a replica may be behind: people see what they
 * did.
 */
async function rememberWriting(): Promise<void> {
  const { READ_DATABASE_URL, READ_LAG_SECONDS } = env();
  if (!READ_DATABASE_URL) return;
  (await cookies()).set(wroteCookie(), "yes", { ...cookieOptions(), maxAge: READ_LAG_SECONDS + 1 });
}

function refuseForeign(head: Headers): void {
  if (isFromOurPages(head)) return;
  log.warn({ origin: head.get("origin") }, "a post from another site was refused");
  forbidden();
}
