import { formatDate, inSentence } from "@/lib/format";
import { closedNow } from "@/lib/locations/closed";
import { done, type Outcome, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { checkReturn } from "@/lib/questions/check";
import { collections, collectionsFor, isMandated } from "@/lib/questions/collections";
import { windowFor } from "@/lib/windows/calendar";
import { isOpen, monthFor } from "@/lib/windows/reporting-window";
import { checkNil } from "./check-nil";
import { onTheForm, readUnchanged } from "./check-unchanged";
import { asAccepted, type Filable, notTicked, type ReturnMonth } from "./filable";
import type { Filing } from "./filing";
import { bedTypesOf, contextOf } from "./figures-now";
import type { FilingFacts } from "./filing-facts";
import { currentReturn, replacing } from "./replaces";
import { strangeFields } from "./strange-fields";
import { movedSince } from "./window-moved";

/**
 * Decides whether a return may be filed, from what is known of the location. The one check behind form, workbook, nil,
 * "nothing has changed" and API: every problem at once, and warnings that were not accepted.
 *
 * It belongs to the latest window that has opened; outside it a monthly return is late and doesn't count. Collections
 * that are updated any day have no deadline to be late for.
 */
export function checkFiling(facts: FilingFacts, filing: Filing, now: Date): Outcome<Filable> {
  const { location, calendar } = facts;
  const { label } = collections[filing.collection];
  if (!collectionsFor(location.types, calendar.switched).includes(filing.collection))
    return refused({ message: `${location.name} does not need to send the ${inSentence(label)}` });
  const closed = closedNow(location, now);
  if (closed)
    return refused({
      message: `${location.name} closed on ${formatDate(closed.on)}, so no return can be filed for it`,
    });
  const strange = strangeFields(facts, filing.collection, filing.typed, now);
  if (strange.length > 0) return refused(...strange);
  const window = windowFor(calendar, monthFor(now), now, location.id);
  const late = isMandated(filing.collection) && !isOpen(window, now);
  const replaces = currentReturn(facts, window.month, late);
  const happened = [...movedSince(filing, window, late), ...replacing(filing, replaces)];
  const standing = { month: window.month, late, replaces, happened };
  return filing.nil ? checkNil(facts, filing, standing) : checkFigures(facts, filing, standing, now);
}

/** Checks figures that were typed, or those that "nothing has changed" files again. */
function checkFigures(facts: FilingFacts, filing: Filing, standing: ReturnMonth, now: Date): Outcome<Filable> {
  const { collection, unchanged } = filing;
  const { month, late, replaces, happened } = standing;
  const again = unchanged ? readUnchanged(facts, filing, unchanged.looked, month, now) : null;
  if (again && !again.ok) return again;
  const typed = again ? again.value.typed : filing.typed;
  const ticks = again ? again.value.ticks : (filing.accepted ?? acceptedIn(filing.typed));
  const asked = again ? [...happened, ...again.value.asked] : happened;
  const context = { ...contextOf(facts, collection, month, now), accepted: ticks };
  const bedTypes = bedTypesOf(facts, collection, month);
  const seasons = facts.calendar.seasonsIn(month);
  const checked = checkReturn({ collection, month, seasons, bedTypes, typed, context });
  const found = again ? checked.problems.map((problem) => onTheForm(problem, again.value.fields)) : checked.problems;
  const problems = [...notTicked(asked, ticks), ...found];
  if (problems.length > 0) return refused(...problems);
  const { answers, beds, accepted } = checked;
  return done({ month, late, replaces, nil: null, answers, beds, accepted: [...asAccepted(asked), ...accepted] });
}
