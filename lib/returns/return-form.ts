import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Month } from "@/lib/london";
import { type Closed, closedNow } from "@/lib/locations/closed";
import type { Problem } from "@/lib/outcome";
import { questionsAsked } from "@/lib/questions/asked";
import type { BedType } from "@/lib/questions/beds";
import { checkReturn } from "@/lib/questions/check";
import { type Collection, collections, collectionsFor } from "@/lib/questions/collections";
import { type Difference, differences } from "@/lib/questions/differences";
import type { Figures } from "@/lib/questions/figures";
import type { Answers, Question } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { windowFor } from "@/lib/windows/calendar";
import { currentReturn, unansweredIn, whyNotUnchanged, windowToken } from "./check-filing";
import type { ReturnOnRecord } from "./filed-returns";
import { bedTypesOf, contextOf, figuresNow, lookedAt } from "./figures-now";
import { type FilingFacts, filingFactsOf } from "./filing-facts";
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
  lastFigures: Figures | null;
  lastTyped: Typed;
  /** When the beds among the last figures were stated, where that was after the last return. */
  bedsSince: Date | null;
  /** The return that stands for this month, if one does. */
  current: ReturnOnRecord | null;
  /**
   * Why "nothing has changed" cannot be said (nothing: it can), the questions to be answered with it because the last
   * return does not, the figures it would file, and the warnings it would ask about.
   */
  unchanged: { why: Problem[]; unanswered: Question[]; looked: string; asks: Problem[] };
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
  const monthly = collections[collection].often === "monthly";
  const late = monthly && !isOpen(window, now);
  const bedTypes = bedTypesOf(facts, collection, window.month);
  const figures = figuresNow(facts, collection, window.month);
  const questions = questionsAsked(collection, window.month, calendar.seasonsIn(window.month));
  const beds = figures ? figures.beds : bedTypes.length > 0 ? newestBeds?.beds : null;
  const lastTyped = typedFrom(figures?.answers ?? {}, beds);
  return {
    location: { id: location.id, name: location.name },
    closed: closedNow(location, now),
    collection,
    window,
    monthly,
    late,
    questions,
    bedTypes,
    values: lastTyped,
    from: figures ? "last" : "nothing",
    draft: null,
    last: past[0] ?? null,
    lastFigures: figures,
    lastTyped,
    bedsSince: figures?.beds && past[0] && newestBeds && newestBeds.at > past[0].submittedAt ? newestBeds.at : null,
    current: currentReturn(facts, window.month, late),
    unchanged: unchangedFrom(facts, collection, window.month, lastTyped, now),
    shown: windowToken(window.month, late),
  };
}

/** What would be asked or refused if the last figures were sent again, so that the page can say so first. */
function unchangedFrom(facts: FilingFacts, collection: Collection, month: Month, typed: Typed, now: Date) {
  const looked = lookedAt(facts);
  const why = whyNotUnchanged(facts);
  if (why.length > 0) return { why, unanswered: [], looked, asks: [] };
  const unanswered = unansweredIn(facts, collection, month);
  const bedTypes = bedTypesOf(facts, collection, month);
  const seasons = facts.calendar.seasonsIn(month);
  const accepted = new Map((facts.past[0]?.accepted ?? []).map(({ code, reason }) => [code, reason]));
  accepted.delete("unchanged_for_long");
  const context = { ...contextOf(facts, collection, month, now), accepted };
  const { problems } = checkReturn({ collection, month, seasons, bedTypes, typed, context });
  const left = problems.filter(({ field }) => !unanswered.some(({ key }) => key === field));
  return {
    why: left.filter(({ warning }) => !warning),
    unanswered,
    looked,
    asks: left.filter(({ warning }) => warning),
  };
}

/** A form that is ready to be sent: what it says that the last return did not, and what still needs putting right. */
export interface FormToSend extends ReturnForm {
  differences: Difference[];
  figures: Figures;
}

/** What a draft would change, for the page that shows it before sending. */
export function formToSend(form: ReturnForm): FormToSend {
  const { collection, window, bedTypes, values, questions } = form;
  const everyAsked = [...new Set(questions.flatMap(({ season }) => season ?? []))];
  const seasons = everyAsked.map((key) => ({ key, from: window.month, until: window.month }));
  const { answers, beds } = checkReturn({ collection, month: window.month, seasons, bedTypes, typed: values });
  const figures: Figures = { answers: answers, beds };
  const before: Figures = form.lastFigures ?? { answers: {}, beds: null };
  return { ...form, figures, differences: differences(collection, before, figures, bedTypes) };
}
