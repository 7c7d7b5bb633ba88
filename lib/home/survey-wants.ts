import { formatCount } from "@/lib/format";
import type { SurveyToAnswer } from "@/lib/surveys/queries";
import { closingInWords } from "@/lib/surveys/state";
import type { Want } from "./want";

/** Surveys that someone has still to answer, the first to close named; and, for those who oversee, how many answered. */
export function surveyWants(
  { total, rows }: { total: number; rows: readonly SurveyToAnswer[] },
  sees: boolean,
): Want[] {
  const [first] = rows;
  const wants: Want[] = [];
  if (first)
    wants.push({
      key: "surveys",
      title: "Surveys to answer",
      href: total === 1 ? `/providers/${first.locationId}/surveys/${first.id}` : "/surveys",
      says: `${first.title}, for ${first.location}. ${closingInWords(first.closesAt)}.${
        total > 1 ? ` ${formatCount("more survey", total - 1)} to answer after it.` : ""
      }`,
      figure: total,
      urgency: "now",
    });
  if (sees)
    wants.push({
      key: "survey results",
      title: "Surveys",
      href: "/surveys",
      says: "How many of your locations have answered, and what they said.",
      urgency: "any time",
    });
  return wants;
}
