import type { Context } from "./figures";
import type { Answer } from "./question";

const before = "The support team accepted this: ";

/** Why support accepts this very figure against a check, as it is kept with the return; null if it does not. */
export function reasonOfSupport({ acceptedFigures }: Context, code: string, figure: Answer): string | null {
  const accepted = acceptedFigures?.get(code);
  return accepted !== undefined && accepted.figure === figure ? before + accepted.reason : null;
}

/** Was a warning accepted by support? Then it was for its window alone, and no later return carries it on. */
export const isOfSupport = ({ reason }: { readonly reason: string }): boolean => reason.startsWith(before);
