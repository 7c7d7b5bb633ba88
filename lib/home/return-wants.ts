import { formatDateTime } from "@/lib/format";
import type { DueReturn } from "@/lib/returns/queries";
import type { Want } from "./want";

/** With more monthly returns than this, one entry stands for all of them. */
const several = 6;

const mandatedOf = (returns: readonly DueReturn[]) => returns.filter((one) => one.mandated);
const wantsFiling = ({ state }: DueReturn) => state === "due" || state === "missed";
const isFiled = ({ state }: DueReturn) => state === "filed" || state === "nil";

/** Monthly returns, those to file first; one entry for all of them where someone has many. */
export function returnWants(returns: readonly DueReturn[]): Want[] {
  const mandated = mandatedOf(returns);
  if (mandated.length > several) return [allReturns(mandated)];
  return mandated.toSorted((a, b) => Number(wantsFiling(b)) - Number(wantsFiling(a))).map(oneReturn);
}

const oneReturn = (due: DueReturn): Want => ({
  key: `return ${due.locationId} ${due.collection}`,
  title: `${due.label}: ${due.location}`,
  href: due.href,
  says: !isFiled(due)
    ? `${due.sentence}.`
    : due.lastFiled
      ? `Filed at ${formatDateTime(due.lastFiled.at)} by ${due.lastFiled.by}.`
      : "",
  urgency: wantsFiling(due) ? "now" : isFiled(due) ? "done" : "any time",
  stands: { state: due.state, started: due.draft !== null },
});

function allReturns(returns: readonly DueReturn[]): Want {
  const owing = returns.filter(({ state }) => state !== "closed");
  const waiting = owing.filter(wantsFiling).length;
  const missed = owing.filter(({ state }) => state === "missed").length;
  const [soonest] = owing
    .filter(({ state }) => state === "due")
    .toSorted((a, b) => a.window.closesAt.getTime() - b.window.closesAt.getTime());
  return {
    key: "returns",
    title: "Monthly returns",
    href: "/returns",
    says:
      waiting === 0
        ? `All ${owing.length} returns are filed.`
        : soonest
          ? `of ${owing.length} returns still to file. ${soonest.sentence}.${missed > 0 ? ` ${missed} of them missed: you can still send a late update.` : ""}`
          : `of ${owing.length} returns missed. Send a late update for each: it will not count, but people planning care need your figures.`,
    figure: waiting,
    urgency: waiting > 0 ? "now" : "done",
  };
}

/** The way to updates of any day and to what was filed, for those whose monthly returns have entries of their own. */
export const everyReturn = (returns: readonly DueReturn[]): Want[] =>
  returns.length === 0 || mandatedOf(returns).length > several
    ? []
    : [
        {
          key: "every return",
          title: "All your returns",
          href: "/returns",
          says: "Updates you can send on any day, such as business continuity, and your past returns with receipts.",
          urgency: "any time",
        },
      ];
