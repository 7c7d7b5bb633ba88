import { QuestionSections } from "@/components/questions";
import { InsetText } from "@/components/ui";
import { formatCount, formatDate, formatMonth } from "@/lib/format";
import { addMonths } from "@/lib/london";
import { setOf } from "@/lib/questions/sets";
import { typedFrom } from "@/lib/questions/typed";
import type { ReturnForm } from "@/lib/returns/queries";
import { FiguresOf } from "./figures";

/** Why "nothing has changed" cannot be said by itself: the last return does not answer all that is asked. */
function asksMore({ unchanged, window }: ReturnForm): string {
  const one = unchanged.unanswered.length === 1;
  const asked = formatCount("question", unchanged.unanswered.length);
  return `${formatMonth(window.month)} asks ${asked} that your last return does not answer, because ${one ? "it is" : "they are"} new or seasonal. Answer ${one ? "it" : "them"} before you file.`;
}

/** Where the last figures come from: "filed for October 2026, and your beds stated on 31 October 2026". */
export const lastFiled = ({ last, bedsSince, monthly }: ReturnForm): string => {
  const filed = !last ? "" : monthly ? `for ${formatMonth(last.month)}` : `on ${formatDate(last.submittedAt)}`;
  return `filed ${filed}${bedsSince ? `, and your beds stated on ${formatDate(bedsSince)}` : ""}`;
};

/**
 * What "nothing has changed" files, open to be seen: the questions to be answered with it, those whose figure is of
 * another calendar month now, to be put right in place, and every other figure with its month.
 */
export function UnchangedQuestions({ form }: { form: ReturnForm }) {
  const { last, lastFigures, window } = form;
  const { unanswered, inPlace } = form.unchanged;
  const { sections } = setOf(form.collection);
  if (!last || !lastFigures) return null;
  const before = addMonths(last.month, -1);
  return (
    <>
      {unanswered.length > 0 && <InsetText>{asksMore(form)}</InsetText>}
      <QuestionSections sections={sections} questions={unanswered} last={last.answers} />
      {inPlace.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">{formatMonth(addMonths(window.month, -1))}</h2>
          <p>
            These questions are about the whole of {formatMonth(addMonths(window.month, -1))}. The boxes show what you
            filed for {formatMonth(before)}: change what is different.
          </p>
          <QuestionSections
            sections={sections.map(({ key, title }) => ({ key, title }))}
            questions={inPlace}
            values={typedFrom(last.answers)}
            last={last.answers}
            lastLabel={formatMonth(before)}
          />
        </>
      )}
      <h2 className="nhsuk-heading-m">{inPlace.length + unanswered.length > 0 ? "Everything else" : "Your figures"}</h2>
      <p>We will file these figures again as they are: {lastFiled(form)}.</p>
      <FiguresOf
        collection={form.collection}
        figures={lastFigures}
        bedTypes={form.bedTypes}
        without={[...unanswered, ...inPlace].map(({ key }) => key)}
        whose={{ month: last.month, bedsAt: form.bedsSince ?? last.submittedAt, monthly: form.monthly }}
      />
    </>
  );
}
