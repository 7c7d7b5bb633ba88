import { cookies } from "next/headers";
import { cache } from "react";
import { now } from "@/lib/clock";
import type { Draft } from "@/lib/registrations/answers";
import { completedAs, draft } from "@/lib/registrations/draft-queries";
import { sign, unsign } from "@/lib/tokens";
import { cookieName, cookieOptions } from "@/lib/web/session";

const aDay = 24 * 60 * 60;

/** Which draft is this browser's: kept a day. */
const draftCookie = () => cookieName("capacity-draft");
/** That its email address was entered in this browser session: gone when the browser closes. */
const openCookie = () => cookieName("capacity-draft-open");
/** Which registration was just completed here, for the last page. */
const doneCookie = () => cookieName("capacity-registered");

/** A draft of this browser; `open` once its address was entered in this browser session. */
export interface DraftHere {
  id: string;
  draft: Draft;
  open: boolean;
}

/** The draft that this browser began, or null if there is none or it has expired. */
export const draftHere = cache(async (): Promise<DraftHere | null> => {
  const jar = await cookies();
  const id = await draftId();
  const kept = id === null ? null : await draft(id, now());
  if (id === null || kept === null) return null;
  return { id, draft: kept, open: unsign("draft-open", jar.get(openCookie())?.value) === id };
});

const draftId = async () => unsign("draft", (await cookies()).get(draftCookie())?.value);

/** The registration that this browser's draft became a moment ago: Complete was pressed twice. */
export async function completedHere(): Promise<{ id: number; again: boolean } | null> {
  const id = await draftId();
  return id === null ? null : completedAs(id);
}

/** Whether this browser began a draft that is gone: it expired, or was discarded elsewhere. */
export const draftRanOut = async (): Promise<boolean> =>
  (await draftId()) !== null && (await draftHere()) === null && (await completedHere()) === null;

/** Makes a draft this browser's, and open. */
export async function holdDraft(id: string): Promise<void> {
  const jar = await cookies();
  jar.set(draftCookie(), sign("draft", id), { ...cookieOptions(), maxAge: aDay });
  jar.set(openCookie(), sign("draft-open", id), cookieOptions());
}

export async function letDraftGo(): Promise<void> {
  const jar = await cookies();
  for (const name of [draftCookie(), openCookie()]) jar.set(name, "", { ...cookieOptions(), maxAge: 0 });
}

/** Remembers what was completed, until the browser closes. */
export async function holdRegistration({ id, again }: { id: number; again: boolean }): Promise<void> {
  (await cookies()).set(doneCookie(), sign("registered", `${id}${again ? " again" : ""}`), cookieOptions());
}

/** What was completed here; `again` where it had been begun before, perhaps by someone else. */
export async function registrationHere(): Promise<{ id: number; again: boolean } | null> {
  const held = unsign("registered", (await cookies()).get(doneCookie())?.value);
  return held === null ? null : { id: Number.parseInt(held, 10), again: held.endsWith(" again") };
}
