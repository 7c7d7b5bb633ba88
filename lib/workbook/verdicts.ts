import type { Verdict } from "./judge";

/** Every verdict, in the order in which they are counted out. */
export const verdicts = ["new", "changed", "unchanged", "nil", "problems"] as const satisfies readonly Verdict[];

export const isVerdict = (text: string): text is Verdict => verdicts.some((verdict) => verdict === text);
