import { problemDetails, type ProblemDetails, type RefusalKind } from "@/lib/api/problem-details";

/** Whether an address is one of those that other systems use: they read problem details, and not pages. */
export const isForSystems = (path: string): boolean => /^\/api\/v1(?:[/?]|$)/.test(path);

export const problemType = "application/problem+json";

const kinds: Readonly<Partial<Record<number, RefusalKind>>> = {
  400: "unreadable",
  404: "not-found",
  405: "wrong-method",
  413: "too-large",
  421: "wrong-host",
};

/** What a system is told of a request that was refused before any of its own code saw it. */
export const refusedForSystems = (status: number, detail?: string): ProblemDetails =>
  problemDetails(kinds[status] ?? "busy", detail);
