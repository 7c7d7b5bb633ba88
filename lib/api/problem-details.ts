import { env } from "@/lib/env";
import type { Problem } from "@/lib/outcome";

/** Why a system's request was not done, by the anchor on the page for developers that explains it. */
export const refusalKinds = {
  "no-key": { status: 401, title: "Send a key that works" },
  "wrong-scope": { status: 403, title: "This key is not for that" },
  "not-found": { status: 404, title: "Not found" },
  unreadable: { status: 400, title: "We could not read what you sent" },
  "no-idempotency-key": { status: 400, title: "Send an Idempotency-Key" },
  "wrong-type": { status: 415, title: "Send JSON" },
  "too-large": { status: 413, title: "What you sent is too large" },
  "key-used": { status: 422, title: "This Idempotency-Key was used for something else" },
  refused: { status: 422, title: "There is something to put right" },
  "wrong-method": { status: 405, title: "This cannot be done here" },
  "wrong-host": { status: 421, title: "This is not the address of the service" },
  abroad: { status: 403, title: "Only available in the United Kingdom" },
  "too-many": { status: 429, title: "Too many requests" },
  busy: { status: 503, title: "The service is busy" },
} as const;
export type RefusalKind = keyof typeof refusalKinds;

/** One thing to put right: where in what was sent, and the sentence that the form has for it. */
export interface ApiFault {
  pointer?: string;
  message: string;
  /** What to send under `accepted` if the figure is right. */
  code?: string;
  warning?: true;
}

/** A refusal as RFC 9457 has it. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: ApiFault[];
}

export const problemDetails = (kind: RefusalKind, detail?: string, errors?: ApiFault[]): ProblemDetails => ({
  type: `${env().APP_ORIGIN}/developers#${kind}`,
  ...refusalKinds[kind],
  ...(detail !== undefined && { detail }),
  ...(errors && { errors }),
});

/** The problems of a form as those of what a system sent: the same sentences, each with the place that it is about. */
export const faultsOf = (problems: readonly Problem[]): ApiFault[] =>
  problems.map(({ field, message, warning, code }) => ({
    ...(field !== undefined && { pointer: pointerOf(field) }),
    message,
    ...(code !== undefined && { code }),
    ...(warning && { warning }),
  }));

/** "#/beds/types/GEN_RES/capacity" for "beds.GEN_RES.capacity". */
function pointerOf(field: string): string {
  const [first = "", second = "", third] = field.split(".");
  if (first === "reason" || first === "note") return second === "" ? `#/nil/${first}` : "#/accepted";
  if (first === "accept") return "#/accepted";
  if (first !== "beds") return `#/answers/${field}`;
  return third === undefined ? `#/beds/${second}` : `#/beds/types/${second}/${third}`;
}
