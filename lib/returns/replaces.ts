import { formatDateTime, formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import type { ReturnOnRecord } from "./filed-returns";
import type { Filing } from "./filing";
import type { FilingFacts } from "./filing-facts";

/** The current return for a month: the one that counts or, if none does, the newest late one. */
export const currentReturn = ({ latest }: FilingFacts, month: Month, late: boolean): ReturnOnRecord | null =>
  latest && latest.month === month && latest.late === late ? latest : null;

/** The return that was filed in time for a month, whatever came late since. */
export const countedReturn = ({ latest, past }: FilingFacts, month: Month): ReturnOnRecord | null =>
  [...(latest ? [latest] : []), ...past].find((filed) => filed.month === month && !filed.late) ?? null;

/** "Amina Khan filed this return at 10am on Tuesday 10 November 2026": of what a new return would replace. */
export const filedByWhom = ({ onBehalfOf, submittedBy, submittedAt, nilReason }: ReturnOnRecord): string =>
  `${onBehalfOf ?? submittedBy} filed ${nilReason ? "a nil return" : "this return"} at ${formatDateTime(submittedAt)}`;

/**
 * What is to be seen before a return takes the place of another, whichever way it is filed: someone filed while the form
 * was open, or a nil return would put nothing in the place of figures.
 */
export function replacing(
  { standing, nil, locationId, collection }: Filing,
  current: ReturnOnRecord | null,
): Problem[] {
  if (!current) return [];
  const code = `replaces.${current.reference}`;
  const link = {
    href: `/returns/${locationId}/${collection}/receipt/${current.reference}`,
    label: `See what was filed (${current.reference})`,
  };
  if (standing !== undefined && current.reference !== standing)
    return [
      {
        message: `${filedByWhom(current)}, after you opened this page. Yours will replace it, and we keep both`,
        warning: true,
        code,
        tick: "Replace it with mine",
        link,
      },
    ];
  if (!nil || current.nilReason) return [];
  return [
    {
      message: `${filedByWhom(current)}, with figures for ${formatMonth(current.month)}. A nil return will replace it, and we keep both`,
      warning: true,
      code,
      tick: "Replace these figures with a nil return",
      link,
    },
  ];
}
