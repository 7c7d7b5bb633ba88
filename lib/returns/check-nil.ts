import { formatCount, formatDate, formatList, formatMonth, inSentence } from "@/lib/format";
import type { Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { totalBeds } from "@/lib/questions/beds";
import { type Collection, collections, isMandated } from "@/lib/questions/collections";
import { isNilReason } from "@/lib/questions/nil-reasons";
import { spoken } from "@/lib/questions/problem";
import { setOf } from "@/lib/questions/sets";
import { asAccepted, type Filable, notTicked, type ReturnMonth } from "./filable";
import { figuresNow } from "./figures-now";
import type { Filing } from "./filing";
import type { FilingFacts } from "./filing-facts";

const longestNote = 500;

/**
 * Decides whether a nil return may be filed. It needs its reason, and is held against the last figures: if they have
 * residents, people or staff, the person is asked. A nil return leaves the beds as they were last stated.
 */
export function checkNil(facts: FilingFacts, filing: Filing, standing: ReturnMonth): Outcome<Filable> {
  const { collection, nil, accepted, typed } = filing;
  const { month, late, replaces, happened } = standing;
  const problems: Problem[] = [];
  const reason = nil?.reason ?? "";
  const note = (nil?.note ?? "").replaceAll("\u0000", "").trim();
  const { label } = collections[collection];
  if (!isMandated(collection)) problems.push({ message: `You cannot send a nil return for the ${inSentence(label)}` });
  if (!isNilReason(reason)) problems.push({ field: "reason", message: "Select why there is nothing to report" });
  if (note.length > longestNote)
    problems.push({ field: "note", message: `Your note must be ${longestNote} characters or fewer` });
  const asked = [...happened, ...againstLastFigures(facts, collection, month)];
  problems.push(...notTicked(asked, accepted ?? acceptedIn(typed)));
  if (problems.length > 0 || !isNilReason(reason)) return refused(...problems);
  const said = { answers: null, beds: null, nil: { reason, note: note || null } };
  return done({ month, late, replaces, ...said, accepted: asAccepted(asked) });
}

/** What speaks against a nil return: people or staff in the last figures, unless a nil return has answered them since. */
export function againstLastFigures(facts: FilingFacts, collection: Collection, month: Month): Problem[] {
  const { latest, newestBeds, past } = facts;
  const figures = figuresNow(facts, collection, month);
  const last = past[0];
  if (!figures || !last) return [];
  if (latest?.nilReason && (!newestBeds || newestBeds.at <= latest.submittedAt)) return [];
  const beds = figures.beds && totalBeds(figures.beds);
  const sum = (keys: readonly string[]) => keys.reduce((all, key) => all + Number(figures.answers[key] ?? 0), 0);
  const staff = sum(setOf(collection).staff ?? []);
  const people = sum(["service_users"]);
  const there = [
    ...(beds && beds.occupied > 0 ? [`${spoken(beds.occupied)} of ${formatCount("bed", beds.capacity)} occupied`] : []),
    ...(beds && beds.accepting > 0 ? [`${formatCount("bed", beds.accepting)} vacant`] : []),
    ...(people > 0 ? [`${formatCount("person", people, "people")} using the service`] : []),
    ...(staff > 0 ? [`${spoken(staff)} staff`] : []),
  ];
  if (there.length === 0) return [];
  const since = newestBeds && beds && newestBeds.at > last.submittedAt ? newestBeds.at : null;
  const whence = `for ${formatMonth(last.month)}${since ? `, with your beds on ${formatDate(since)}` : ""}`;
  const stay = beds ? ". A nil return does not change your beds: update them too, so that no one rings for them" : "";
  return [
    {
      message: `Your last figures, ${whence}, say: ${formatList(there)}${stay}`,
      warning: true,
      code: `nil.figures.${last.reference}`,
      tick: "There is nothing to report now",
    },
  ];
}
