import { log } from "@/lib/log";
import { answerWith, isAnswered } from "./answer-with";
import { loggedPath } from "./logged-path";
import { refusalFor } from "./refusals";

/** Logs an error under the id of its request. An error that is not our fault gets the answer that fits it. */
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
  // A form sent when the service was too busy has already said so; its page then failed for the same reason.
  const told = isAnswered(requestId);
  answerWith(requestId, { status: refusal.status, page: refusal });
  if (told) return;
  log.warn({ ...line, status: refusal.status, err: fault }, "a request was refused");
}
