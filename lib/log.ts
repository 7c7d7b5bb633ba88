import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

const request = new AsyncLocalStorage<{ requestId: string }>();

/** One JSON line an event, with the request's id and without secrets. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => request.getStore() ?? {},
  redact: {
    paths: [
      "password",
      "*.password",
      "token",
      "*.token",
      "secret",
      "*.secret",
      "cookie",
      "*.cookie",
      "headers",
      "*.headers",
      "authorization",
    ],
    censor: "[kept out]",
  },
});

/** Everything logged during `work` carries the request's id. */
export const withRequestId = <T>(requestId: string, work: () => T): T => request.run({ requestId }, work);
