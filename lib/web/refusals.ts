import type { IncomingMessage } from "node:http";
import { refusedBy } from "@/lib/database/refusal";
import { env } from "@/lib/env";
import { TooBusy } from "@/lib/too-busy";

/** Why a request was refused: a code for the log, and words for the person who sent it. */
export interface Refusal {
  status: number;
  heading: string;
  sentence: string;
}

const wrongHost = (): Refusal => ({
  status: 421,
  heading: "This is not the address of the service",
  sentence: `The service is at ${env().APP_ORIGIN}.`,
});
const wrongMethod: Refusal = {
  status: 405,
  heading: "You cannot do this here",
  sentence: "You can read the pages of this service and send its forms, and nothing else.",
};
export const tooLarge: Refusal = {
  status: 413,
  heading: "What you sent is too large",
  sentence: "Go back, shorten what you typed or choose a smaller file, then send it again.",
};
const unreadable: Refusal = {
  status: 400,
  heading: "We could not read what you sent",
  sentence: "Nothing was saved. Go back to the page, refresh it and send the form again.",
};
export const busy: Refusal = {
  status: 503,
  heading: "The service is busy",
  sentence: "Wait a minute, then try again. Nothing that was saved is lost.",
};

/** What we tell someone whose form arrived when the service was too busy; null if something else went wrong. */
export function busySentence(fault: unknown): string | null {
  if (fault instanceof TooBusy) return fault.message;
  return refusedBy(fault) === "busy" ? `${busy.heading}. ${busy.sentence}` : null;
}

export const methods = ["GET", "HEAD", "POST"];

/** Why a request is refused before its body is read, or null. */
export function refusalOf({ method = "", url = "", headers }: IncomingMessage): Refusal | null {
  if (!methods.includes(method)) return wrongMethod;
  const path = pathOf(url);
  if (path === null) return wrongHost();
  return Number(headers["content-length"] ?? 0) > mostBytes(path) ? tooLarge : null;
}

/** The path that a request asks for. If it gives a full address, as to a proxy, that must be ours: otherwise null. */
export function pathOf(url: string): string | null {
  if (url.startsWith("/")) return url;
  if (!URL.canParse(url)) return null;
  const { origin, pathname, search } = new URL(url);
  return origin === env().APP_ORIGIN ? pathname + search : null;
}

const megabyte = 1024 * 1024;

/**
 * The largest request we accept: 3 MB for a form, the same as Next's own limit, and what the settings allow for
 * uploads.
 */
export const mostBytes = (path: string): number =>
  (/\/upload(?:\?|$)/.test(path) ? env().UPLOAD_MEGABYTES + 1 : 3) * megabyte;

const cannotRead =
  /Unexpected end of (?:form|multipart)|Malformed part header|Boundary not found|Failed to parse body as FormData|Invalid Server Actions? request|Failed to find Server Action|Connection closed|arguments list is too long/i;

/** How to answer when an error is not our fault: the request is malformed or too large, or the service is too busy. */
export function refusalFor(fault: unknown): Refusal | null {
  if (refusedBy(fault) === "busy") return busy;
  const { name = "", message = "", stack = "" } = fault as Partial<Error>;
  if (/^Body exceeded /.test(message)) return tooLarge;
  const inNext = name === "SyntaxError" && /^.*\n(?:\s+at JSON\.parse.*\n)?\s+at .*next\/dist\//.test(stack);
  return inNext || cannotRead.test(message) ? unreadable : null;
}

/** How to answer what Next refused before our code saw it: only the request itself can have been wrong. */
export const refusalOfNext = (method: string | undefined): Refusal | null => (method === "POST" ? unreadable : null);
