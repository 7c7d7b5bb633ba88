import { formatCount } from "@/lib/format";
import type { Problem } from "@/lib/outcome";
import { kindCode, rowCode } from "@/lib/workbook/accept-workbook";
import type { ProblemKind, Review } from "@/lib/workbook/summary";

/** The warnings to tick: those of one kind together, or each by itself. */
export function expectedWarnings({ kinds }: Review, each: boolean): Problem[] {
  const warnings = kinds.filter(({ warning }) => warning);
  if (!each)
    return warnings.map((kind) => ({
      message: inWords(kind),
      code: kindCode(kind.code),
      warning: true,
      ...tickOf(kind),
    }));
  return warnings.flatMap((kind) =>
    kind.at.flatMap(({ nth, location, message }) =>
      nth === undefined
        ? []
        : [
            {
              message: `${location ?? ""}: ${message ?? kind.message}`,
              code: rowCode(nth, kind.code),
              warning: true as const,
              ...tickOf(kind),
            },
          ],
    ),
  );
}

const tickOf = ({ tick }: ProblemKind) => (tick === undefined ? {} : { tick });

function inWords({ message, count, at, alike }: ProblemKind): string {
  const [first] = at;
  if (count === 1) return `${first?.location ?? ""}: ${message}`;
  if (alike) return `${message}: ${formatCount("return", count)}`;
  return `${first?.location ?? ""}: ${message}. ${formatCount("other return", count - 1)} ${count === 2 ? "has" : "have"} a warning of the same kind`;
}
