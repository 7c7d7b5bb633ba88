import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { escapeHtml } from "@/lib/html";
import { log } from "@/lib/log";
import { isForSystems, problemType, refusedForSystems } from "./for-systems";
import { loggedPath } from "./logged-path";
import { plainPage } from "./plain-page";
import { busy, methods, type Refusal } from "./refusals";
import { securityHeaders } from "./security-headers";
import { sendAgainForm } from "./send-again";

/** In how many seconds to try again while the service is busy. */
export const waitSeconds = "30";

/** Refuses a request, in problem details where another system sent it. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  refusal: Refusal | null,
): void {
  const { method, url = "" } = request;
  const told = refusal ?? busy;
  log.warn({ requestId, method, path: loggedPath(url), status: told.status }, "a request was refused");
  // A caller who is still sending gets the answer when they have finished, or is cut off.
  request.resume();
  const answer = () => (isForSystems(url) ? sayToSystem(response, told) : sayToBrowser(response, told));
  if (request.readableEnded || told.status !== 413) return answer();
  const late = setTimeout(() => response.destroy(), 10_000);
  request.once("close", () => clearTimeout(late));
  request.once("end", () => {
    clearTimeout(late);
    answer();
  });
}

interface Asked {
  path: string;
  typed: [string, string][];
}

/** The headers of an answer that refuses a request. */
function setRefused(response: ServerResponse, status: number): void {
  if (status === 405) response.setHeader("Allow", methods.join(", "));
  if (status === 503) response.setHeader("Retry-After", waitSeconds);
  response.setHeader("Cache-Control", "private, no-store");
}

/** Another system is told in problem details, as by every answer of its addresses. */
export function sayToSystem(
  response: ServerResponse,
  { status, sentence }: Pick<Refusal, "status" | "sentence">,
): void {
  setRefused(response, status);
  response.writeHead(status, { "Content-Type": problemType });
  response.end(JSON.stringify(refusedForSystems(status, sentence)));
}

/** What a browser may do with a page of ours that Next did not send, with a nonce that no other answer has. */
export const pagePolicy = () => securityHeaders(env().APP_ORIGIN, randomBytes(16).toString("base64"));

export const nothingThere = { status: 404, sentence: "There is nothing at this address." };

/** Answers with a page of ours, and with the form to send again where what was typed would be lost. */
export function sayToBrowser(response: ServerResponse, { status, heading, sentence }: Refusal, asked?: Asked): void {
  setRefused(response, status);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.writeHead(status, pagePolicy());
  const again = asked && [409, 503].includes(status) ? sendAgainForm(asked.path, asked.typed) : "";
  response.end(plainPage({ heading, title: `Error: ${heading}`, html: `<p>${escapeHtml(sentence)}</p>${again}` }));
}
