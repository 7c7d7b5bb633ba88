import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { User } from "@/lib/access/user";
import { endSession } from "@/lib/accounts/end-session";
import { isProven } from "@/lib/accounts/proof";
import { sessionLength } from "@/lib/accounts/session-length";
import { sessionUser, type LiveSession, type SessionPurpose } from "@/lib/accounts/session-user";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { fromReplica } from "@/lib/database/replica";

const https = () => env().APP_ORIGIN.startsWith("https:");

/** `__Host-` ties a cookie to this origin. Browsers accept it over https only. */
export const cookieName = (name: string): string => (https() ? `__Host-${name}` : name);

const sessionCookie = () => cookieName("capacity-session");

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", secure: https(), path: "/" }) as const;

/**
 * The sign-in library, used only in this file: it puts the session that we opened into a cookie and removes it again.
 * Its token is our opaque id. We never ask it who someone is, because it would sign people out when the database is
 * down.
 */
const library = (maxAge: number) => {
  process.env.AUTH_URL = `${env().APP_ORIGIN}/api/auth`;
  return NextAuth({
    secret: env().SECRET_KEY,
    trustHost: true,
    session: { strategy: "jwt", maxAge },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    logger: { error: () => undefined },
    providers: [
      Credentials({
        credentials: { token: {} },
        authorize: async ({ token }) =>
          typeof token === "string" && (await sessionUser(token, now())) ? { id: token } : null,
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ ...token, sub: (user as { id?: string } | undefined)?.id ?? token.sub ?? "" }),
    },
    jwt: {
      encode: ({ token }) => token?.sub ?? "",
      decode: ({ token }) => (token ? { sub: token } : null),
    },
  });
};

/** Puts a newly opened session into the browser's cookie. */
export async function keepSession(token: string, remembered: boolean): Promise<void> {
  await library(sessionLength(remembered).most / 1000).signIn("credentials", { token, redirect: false });
}

/** Ends the browser's session: on the server first, then in the browser. */
export async function signOut(): Promise<void> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (token) await endSession(token, now());
  await library(0).signOut({ redirect: false });
}

/** The secret of the browser's session, needed to end it when a new one replaces it. */
export const sessionToken = async (): Promise<string | undefined> => (await cookies()).get(sessionCookie())?.value;

/**
 * The browser's session, whatever its purpose, or null. Throws if the database is down: an outage does not sign anyone
 * out.
 */
export const liveSession = cache(async (): Promise<LiveSession | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? sessionUser(token, now()) : null;
});

/** Which browsers have just sent something: they read from the main server. */
export const wroteCookie = () => cookieName("capacity-wrote");

/** Does work that only reads, and may see what others did some seconds late: from the replica, if there is one. */
export async function recent<T>(work: () => Promise<T>): Promise<T> {
  if (!env().READ_DATABASE_URL || (await cookies()).has(wroteCookie())) return work();
  return fromReplica(work);
}

const whereTo: Record<Exclude<SessionPurpose, "full">, string> = {
  choose_password: "/choose-password",
  disclaimer: "/disclaimer",
  second_factor: "/second-factor",
  file_one_return: "/unchanged",
  confirm_beds: "/confirm-beds",
};

/** The person who is fully signed in, or null: for pages that anyone may see. */
export async function visitor(): Promise<User | null> {
  const live = await liveSession();
  return live?.purpose === "full" ? live.user : null;
}

/**
 * The person who is signed in. Anyone else is sent to sign in and comes back afterwards, with an explanation if they
 * had `posted` something; a session that serves one purpose is sent to its page.
 */
export async function currentUser(posted = false): Promise<User> {
  const live = await liveSession();
  if (!live) {
    const path = (await headers()).get("x-path");
    const back = path && path !== "/home" ? [`ReturnUrl=${encodeURIComponent(path)}`] : [];
    const query = [...back, ...(posted ? ["unsent=yes"] : [])].join("&");
    redirect(query ? `/sign-in?${query}` : "/sign-in");
  }
  if (live.purpose !== "full") redirect(whereTo[live.purpose]);
  return live.user;
}

/**
 * The person signed in, for pages about other people: asks for the password again if it was last entered too long ago.
 */
export async function provenUser(back?: string): Promise<User> {
  const user = await currentUser();
  if (isProven(user, now())) return user;
  const path = back ?? (await headers()).get("x-path") ?? "/home";
  redirect(`/accounts/prove?ReturnUrl=${encodeURIComponent(path)}`);
}

/** The session for one purpose, such as choosing a password; anyone else is redirected. */
export async function sessionFor(purpose: Exclude<SessionPurpose, "full">): Promise<LiveSession> {
  const live = await liveSession();
  if (!live) redirect("/sign-in");
  if (live.purpose !== purpose) redirect(live.purpose === "full" ? "/home" : whereTo[live.purpose]);
  return live;
}

/** Only support can see support's pages; for anyone else they are not found. */
export async function supportUser(): Promise<User> {
  const user = await currentUser();
  if (user.kind !== "support") notFound();
  return user;
}

/**
 * The person who sent a form. Null if their session has ended and their page still shows what they typed. Without
 * JavaScript the page would reload, so they are sent to sign in with an explanation.
 */
export async function whoPosted(): Promise<User | null> {
  const fromPage = (await headers()).has("next-action");
  return fromPage && !(await liveSession()) ? null : currentUser(true);
}
