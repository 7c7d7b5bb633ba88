import type { AddressParams } from "@/components/tables";
import { londonInstant, addDays } from "@/lib/london";
import type { AuditFilters } from "@/lib/audit/queries";

const day = /^\d{4}-\d{2}-\d{2}$/;
const operations = ["insert", "update", "delete"] as const;

/** The filters of the audit in the page's address. Days are London's, and the last one is included. */
export function auditFiltersOf(params: AddressParams): AuditFilters & { fromDay: string; untilDay: string } {
  const one = (name: string) => ([params[name]].flat()[0] ?? "").trim().slice(0, 200);
  const dayIn = (name: string) => (day.test(one(name)) && !Number.isNaN(Date.parse(one(name))) ? one(name) : "");
  const [fromDay, untilDay] = [dayIn("from"), dayIn("until")];
  const person = Number(one("person"));
  return {
    words: one("words"),
    table: one("table"),
    rowId: one("row"),
    ...(operations.some((each) => each === one("operation")) && {
      operation: one("operation") as (typeof operations)[number],
    }),
    location: one("location"),
    personId: Number.isInteger(person) && person > 0 ? person : undefined,
    from: fromDay ? londonInstant(fromDay, "00:00") : null,
    until: untilDay ? londonInstant(addDays(untilDay, 1), "00:00") : null,
    fromDay,
    untilDay,
  };
}
