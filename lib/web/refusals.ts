import type { IncomingMessage } from "node:http";
import { refusedBy } from "@/lib/database-refusal";
import { env } from "@/lib/env";
import { TooBusy } from "@/lib/too-busy";

/** Why a request is not answered as it asked, for the log and in words for whoever sent it. */
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

/** What to tell someone whose form came when the service was too busy; null if something else went wrong. */
export function busySentence(fault: unknown): string | null {
  if (fault instanceof TooBusy) return fault.message;
  return refusedBy(fault) === "busy" ? `${busy.heading}. ${busy.sentence}` : null;
}

export const methods = ["GET", "HEAD", "POST"];

/** What keeps a request from going any further, by its first lines alone. */
export function refusalOf({ method = "", url = "", headers }: IncomingMessage): Refusal | null {
  if (!methods.includes(method)) return wrongMethod;
  const path = pathOf(url);
  if (path === null) return wrongHost();
  return Number(headers["content-length"] ?? 0) > mostBytes(path) ? tooLarge : null;
}

/** The path that a request asks for. One that names a whole address, as to a proxy, must name ours: else null. */
export function pathOf(url: string): string | null {
  if (url.startsWith("/")) return url;
  if (!URL.canParse(url)) return null;
  const { origin, pathname, search } = new URL(url);
  return origin === env().APP_ORIGIN ? pathname + search : null;
}

const megabyte = 1024 * 1024;

/** How much a request may carry: a form 3 MB, as Next is told too, and an address for uploads as much as the settings say. */
export const mostBytes = (path: string): number =>
  (/\/upload(?:\?|$)/.test(path) ? env().UPLOAD_MEGABYTES + 1 : 3) * megabyte;

const cannotRead =
  /Unexpected end of (?:form|multipart)|Malformed part header|Boundary not found|Failed to parse body as FormData|Invalid Server Actions? request|Failed to find Server Action|Connection closed|arguments list is too long/i;

/**
 * How to answer a request whose error is not our fault: malformed, too large, or sent when the service was too busy.
 */
export function refusalFor(fault: unknown): Refusal | null {
  if (refusedBy(fault) === "busy") return busy;
  const { name = "", message = "", stack = "" } = fault as Partial<Error>;
  if (/^Body exceeded /.test(message)) return tooLarge;
  const inNext = name === "SyntaxError" && /^.*\n(?:\s+at JSON\.parse.*\n)?\s+at .*next\/dist\//.test(stack);
  return inNext || cannotRead.test(message) ? unreadable : null;
}

/** What Next refused before anything of ours could: only what was sent can have been wrong. */
export const refusalOfNext = (method: string | undefined): Refusal | null => (method === "POST" ? unreadable : null);
