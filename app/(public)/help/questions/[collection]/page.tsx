import { notFound } from "next/navigation";
import { Page } from "@/components/ui";
import { service } from "@/app/shell/service";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { questionsAsked } from "@/lib/questions/asked";
import { collections, isCollection } from "@/lib/questions/collections";
import type { Question, Section } from "@/lib/questions/question";
import { setOf } from "@/lib/questions/sets";
import { monthFor } from "@/lib/windows/reporting-window";

/** What a return or update asks this month, in its order, with what to count. */
export default async function CollectionQuestionsPage({ params }: { params: Promise<{ collection: string }> }) {
  const { collection } = await params;
  if (!isCollection(collection)) notFound();
  const month = monthFor(now());
  const asked = questionsAsked(collection, month);
  const sections: readonly Section[] = setOf(collection).sections;
  const { email } = service().questionGuidance;
  return (
    <Page
      heading={collections[collection].label}
      caption="What the questions mean"
      summary={`As asked in ${formatMonth(month)}.`}
      back={{ href: "/help/questions", label: "All questions" }}
    >
      {sections.map((section) => (
        <PartOfSet key={section.key} section={section} asked={asked.filter((each) => each.section === section.key)} />
      ))}
      <p>
        Still not sure what to count? Email <a href={`mailto:${email}`}>{email}</a>.
      </p>
    </Page>
  );
}

function PartOfSet({ section, asked }: { section: Section; asked: readonly Question[] }) {
  if (asked.length === 0 && !section.hint) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{section.title}</h2>
      {section.hint && <p>{section.hint}</p>}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {asked.map(({ key, label, hint, choices }) => (
          <li key={key}>
            {label}
            {hint && <span className="nhsuk-hint nhsuk-u-margin-bottom-0 block">{hint}</span>}
            {choices && (
              <span className="nhsuk-hint nhsuk-u-margin-bottom-0 block">
                Answers: {choices.map((choice) => choice.label).join("; ")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
