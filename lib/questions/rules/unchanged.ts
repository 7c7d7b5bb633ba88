import type { Answers, QuestionSet } from "@/lib/questions/question";
import { type Rule, sumOf } from "./rule";

const day = 86_400_000;

/**
 * Head counts that have stood still for longer than a service of this size usually goes without anyone joining or
 * leaving: a care home with under 10 staff 370 days, from 10 staff 155, from 50 staff 125, from 250 staff 65.
 */
export function unchangedRule({ staff, unchangedFor }: QuestionSet): Rule | null {
  const field = staff?.[0];
  if (!staff || !unchangedFor || !field) return null;
  const size = sumOf(staff);
  return {
    code: "unchanged_for_long",
    name: "Staff figures: changed now and then",
    help: "In most services someone joins or leaves within a few months. For example, look at last month’s payroll: has anyone left? If nothing has changed, say so.",
    field,
    soft: true,
    needs: staff,
    broken(facts) {
      const { previous, unchangedSinceDays } = facts.context;
      if (!previous || unchangedSinceDays === undefined) return null;
      const heads = size(facts);
      if (heads === null || !sameHeads(staff, facts.answers, previous.answers)) return null;
      const limit = unchangedFor.find(({ from }) => heads >= from);
      if (!limit || unchangedSinceDays < limit.days) return null;
      return `Your staff figures have been the same for ${unchangedSinceDays} days. Check that no one has joined or left`;
    },
  };
}

const sameHeads = (staff: readonly string[], one: Answers, other: Answers): boolean =>
  staff.every((key) => one[key] === other[key]);

/** For how many days the head counts of a set have stood as in the newest return. Takes returns newest first. */
export function daysUnchanged(
  { staff = [] }: QuestionSet,
  filed: readonly { readonly at: Date; readonly answers: Answers }[],
  now: Date,
): number | undefined {
  const newest = filed[0];
  if (!newest || staff.length === 0) return undefined;
  const changed = filed.findIndex(({ answers }) => !sameHeads(staff, answers, newest.answers));
  const since = filed[(changed === -1 ? filed.length : changed) - 1] ?? newest;
  return Math.floor((now.getTime() - since.at.getTime()) / day);
}
