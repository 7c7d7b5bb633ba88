import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { type Closed, closedNow } from "@/lib/locations/closed";
import type { Problem } from "@/lib/outcome";
import { questionsAsked } from "@/lib/questions/asked";
import type { BedType } from "@/lib/questions/beds";
import { type Collection, collectionsFor, isMandated } from "@/lib/questions/collections";
import type { Figures } from "@/lib/questions/figures";
import type { Answers, Question } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { windowFor } from "@/lib/windows/calendar";
import { notesOfSupport } from "./accepted-figures";
import type { ReturnOnRecord } from "./filed-returns";
import { bedsOfTypes, bedTypesOf, figuresNow } from "./figures-now";
import { type FilingFacts, filingFactsOf } from "./filing-facts";
import { countedReturn, currentReturn } from "./replaces";
import { nilAsks, type UnchangedForm, unchangedFrom } from "./unchanged-form";
import { windowToken } from "./window-moved";
import { isOpen, monthFor, type ReportingWindow } from "@/lib/windows/reporting-window";

type Typed = Readonly<Record<string, string>>;

/** The form of a return as it opens: the questions, the values in its fields, and the last answers. */
export interface ReturnForm {
  location: { id: number; name: string };
  /** Since when the location is closed: then nothing can be filed, and a draft can only be read. */
  closed: Closed | null;
  collection: Collection;
  window: ReportingWindow;
  /** Whether it has a window at all, and whether what is sent now comes too late to count. */
  monthly: boolean;
  late: boolean;
  questions: Question[];
  bedTypes: readonly BedType[];
  values: Typed;
  /** Where the values come from: someone's draft, the last figures, or nowhere yet. */
  from: "draft" | "last" | "nothing";
  draft: { version: number; savedAt: Date; savedBy: string; mine: boolean } | null;
  last: (ReturnOnRecord & { answers: Answers }) | null;
  /** What "nothing has changed" files: the last answers, and the beds as they were stated since. */
  lastFigures: Figures | null;
  /** What the form is compared with, as a whole: the answers and the beds of the last return. */
  baseline: Figures | null;
  /** The same as a form would hold it; before the first return the beds as last stated. */
  lastTyped: Typed;
  /** When the beds among the last figures were stated, where that was after the last return. */
  bedsSince: Date | null;
  /** The current return for this month, if there is one: what is sent now replaces it. */
  current: ReturnOnRecord | null;
  /** The return that was filed in time for this month, if one was: it still counts. */
  counted: ReturnOnRecord | null;
  unchanged: UnchangedForm;
  /** What a nil return would ask: it replaces figures, or the last ones have people in them. */
  nilAsks: Problem[];
  /** What support has accepted of this window, by the field that it stands beside. */
  notes: Record<string, string[]>;
  /** To post back as `shown`. */
  shown: string;
}

/** The form of a return, or null if the person may not file it. Starts from the draft, else from the last figures. */
export async function returnForm(
  user: User,
  locationId: number,
  collection: Collection,
  now: Date,
): Promise<ReturnForm | null> {
  const month = new Date(`${monthFor(now)}-01`);
  const [facts, newestDraft] = await Promise.all([
    filingFactsOf(user, locationId, collection),
    db.returnDraft.findFirst({
      where: { locationId, collection },
      orderBy: { month: "desc" },
      include: { savedBy: { select: { fullName: true } } },
    }),
  ]);
  if (!facts || !can(user, "file a return", facts.location.place)) return null;
  if (!collectionsFor(facts.location.types, facts.calendar.switched).includes(collection)) return null;
  const form = formFrom(facts, collection, now);
  const draft = form.closed || newestDraft?.month.getTime() === month.getTime() ? newestDraft : null;
  if (!draft) return form;
  return {
    ...form,
    values: draft.typed as Record<string, string>,
    from: "draft",
    draft: {
      version: draft.version,
      savedAt: draft.savedAt,
      savedBy: draft.savedBy.fullName,
      mine: draft.savedById === user.id,
    },
  };
}

/** A form without a draft, from what is known of the location. */
export function formFrom(facts: FilingFacts, collection: Collection, now: Date): ReturnForm {
  const { location, calendar, past, newestBeds } = facts;
  const window = windowFor(calendar, monthFor(now), now, location.id);
  const monthly = isMandated(collection);
  const late = monthly && !isOpen(window, now);
  const bedTypes = bedTypesOf(facts, collection, window.month);
  const figures = figuresNow(facts, collection, window.month);
  const questions = questionsAsked(collection, window.month, calendar.seasonsIn(window.month));
  const current = currentReturn(facts, window.month, late);
  const beds = figures ? figures.beds : bedTypes.length > 0 ? newestBeds?.beds : null;
  const newest = typedFrom(figures?.answers ?? {}, beds);
  const baseline =
    figures && past[0] ? { ...figures, beds: past[0].beds && bedsOfTypes(past[0].beds, bedTypes) } : null;
  return {
    location: { id: location.id, name: location.name },
    closed: closedNow(location, now),
    collection,
    window,
    monthly,
    late,
    questions,
    bedTypes,
    values: newest,
    from: figures ? "last" : "nothing",
    draft: null,
    last: past[0] ?? null,
    lastFigures: figures,
    baseline,
    lastTyped: baseline ? typedFrom(baseline.answers, baseline.beds) : newest,
    bedsSince: figures?.beds && past[0] && newestBeds && newestBeds.at > past[0].submittedAt ? newestBeds.at : null,
    current,
    counted: countedReturn(facts, window.month),
    unchanged: unchangedFrom(facts, collection, window.month, newest, now),
    nilAsks: nilAsks(facts, collection, window.month, current),
    notes: notesOfSupport(facts.acceptedFigures, collection, window.month, calendar.seasonsIn(window.month)),
    shown: windowToken(window.month, late),
  };
}
