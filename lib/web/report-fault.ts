import { log } from "@/lib/log";
import { answerWith, isAnswered } from "./answer-with";
import { loggedPath } from "./logged-path";
import { refusalFor } from "./refusals";

/** Logs what broke while a request was answered, under its id; what is no fault of ours is answered as what it is. */
export function reportFault(
  fault: unknown,
  { path, method, headers }: { path: string; method: string; headers: NodeJS.Dict<string | string[]> },
): void {
  const requestId = [headers["x-request-id"]].flat()[0] ?? "none";
  const refusal = refusalFor(fault);
  const line = { requestId, method, path: loggedPath(path) };
  if (!refusal) {
    answerWith(requestId, { status: 500 });
    log.error({ ...line, err: fault }, "a request failed");
    return;
  }
  // A form that came at a moment too busy said so itself, and then its page could not be drawn either.
  const told = isAnswered(requestId);
  answerWith(requestId, { status: refusal.status, page: refusal });
  if (told) return;
  log.warn({ ...line, status: refusal.status, err: fault }, "a request was refused");
}
