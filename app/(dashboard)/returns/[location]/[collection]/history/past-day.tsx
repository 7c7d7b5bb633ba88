import { DateField, Details, FieldProblems, SubmitButton } from "@/components/ui";
import { addDays, dayOf, dayTyped, startOfDay } from "@/lib/london";
import type { Problem } from "@/lib/outcome";

/** The moment that a page shows: the end of a past day, or now. */
export interface MomentAsked {
  at: Date;
  past: boolean;
  /** The day as it was typed, where one was. */
  day: string;
  problems: Problem[];
}

const firstDay = "2019-01-01";

export function momentAsked(day = "", month = "", year = "", time: Date): MomentAsked {
  const typed = [year, month, day].join("");
  if (typed.trim() === "") return { at: time, past: false, day: "", problems: [] };
  const asked = dayTyped(day, month, year);
  const wrong = asked === null || asked < firstDay || asked > dayOf(time);
  if (wrong) {
    const message = "Enter a date in the past, from 2019 onwards, like 15 1 2026";
    return { at: time, past: false, day: [year, month, day].join("-"), problems: [{ field: "on", message }] };
  }
  const end = new Date(startOfDay(addDays(asked, 1)).getTime() - 1);
  return { at: end < time ? end : time, past: end < time, day: asked, problems: [] };
}

/** Asks how the location stood on a past day. */
export function PastDay({ asked }: { asked: MomentAsked }) {
  return (
    <Details summary="See the position on a past date" open={asked.day !== ""}>
      <form method="get" className="ct-no-print">
        <FieldProblems problems={asked.problems}>
          <DateField
            name="on"
            label="The day"
            hint="What was known at the end of that day, for example 15 1 2026"
            value={asked.day}
          />
        </FieldProblems>
        <SubmitButton look="secondary">Show that date</SubmitButton>
      </form>
    </Details>
  );
}
