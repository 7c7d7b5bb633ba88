import { Link } from "@/components/ui/link";
import { ActionForm, HiddenField, InsetText, SubmitButton } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { isQuestion, type SurveyPart, surveyKinds } from "@/lib/surveys/parts";
import { problemsBeforePublishing, shownInWords } from "@/lib/surveys/support/check-publication";
import type { BuiltSurvey } from "@/lib/surveys/support/queries";
import { changeSurveyPart, publishSurveyDraft, versionSurvey } from "@/app/(admin)/admin/surveys/actions";

type Version = NonNullable<BuiltSurvey["draft"]>;

/** The questions of a draft with the ways to change them, and what still stands in the way of publishing it. */
export function DraftQuestions({ survey, draft, time }: { survey: BuiltSurvey; draft: Version; time: Date }) {
  const { id, live } = survey;
  const inTheWay = problemsBeforePublishing(survey, draft.parts, time);
  return (
    <section aria-labelledby="draft">
      <h2 className="nhsuk-heading-m" id="draft">
        {live ? `Draft of version ${draft.number}` : "Questions"}
      </h2>
      <p className="nhsuk-body-s">
        Last changed by {draft.changedBy}, {formatDateTime(draft.changedAt)}.
      </p>
      <ol className="ct-parts">
        {draft.parts.map((part, at) => (
          <DraftPart key={part.key} survey={id} part={part} parts={draft.parts} at={at} />
        ))}
      </ol>
      <p>
        <Link href={`/admin/surveys/${id}/parts/question`}>Add a question</Link>
      </p>
      <p>
        <Link href={`/admin/surveys/${id}/parts/section`}>Add a heading with text</Link>
      </p>
      {draft.parts.some(isQuestion) && (
        <p>
          <Link href={`/admin/surveys/${id}/preview`}>Preview it and try it out</Link>
        </p>
      )}
      {inTheWay.length > 0 && (
        <InsetText>
          <p>Before you can publish it:</p>
          <ul>
            {inTheWay.map((problem) => (
              <li key={problem}>{problem}.</li>
            ))}
          </ul>
        </InsetText>
      )}
      <p>
        Once published, the questions can no longer be changed. You can still reword their help text, and change who it
        is for and its last day.
        {live && " Whoever answered version " + String(live.number) + " is asked again, with their answers filled in."}
      </p>
      <div className="ct-parts__acts">
        <ActionForm action={publishSurveyDraft}>
          <HiddenField name="survey" value={id} />
          <SubmitButton pending="Publishing…">Publish</SubmitButton>
        </ActionForm>
        {live && (
          <ActionForm action={versionSurvey}>
            <HiddenField name="survey" value={id} />
            <HiddenField name="act" value="discard" />
            <SubmitButton look="secondary" pending="Discarding…">
              Discard the draft
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </section>
  );
}

function DraftPart(props: { survey: number; part: SurveyPart; parts: readonly SurveyPart[]; at: number }) {
  const { survey, part, parts, at } = props;
  const name = isQuestion(part) ? part.label : part.title;
  const button = (act: string, label: string) => (
    <ActionForm action={changeSurveyPart} key={act}>
      <HiddenField name="survey" value={survey} />
      <HiddenField name="part" value={part.key} />
      <HiddenField name="act" value={act} />
      <SubmitButton look="secondary" small pending="Saving…">
        {label}
        <span className="nhsuk-u-visually-hidden"> “{name}”</span>
      </SubmitButton>
    </ActionForm>
  );
  return (
    <li className="ct-parts__part" id={part.key}>
      <PartInWords part={part} parts={parts} />
      <div className="ct-parts__acts">
        <Link href={`/admin/surveys/${survey}/parts/${part.key}`}>
          Change<span className="nhsuk-u-visually-hidden"> “{name}”</span>
        </Link>
        {at > 0 && button("up", "Move up")}
        {at < parts.length - 1 && button("down", "Move down")}
        {button("remove", "Remove")}
      </div>
    </li>
  );
}

/** A heading, or a question with what it asks for and when it is shown. */
export function PartInWords({ part, parts }: { part: SurveyPart; parts: readonly SurveyPart[] }) {
  if (!isQuestion(part))
    return (
      <>
        <h3 className="nhsuk-heading-s">Heading: {part.title}</h3>
        {part.text && <p className="ct-lines">{part.text}</p>}
      </>
    );
  const shown = shownInWords(part, parts);
  return (
    <>
      <h3 className="nhsuk-heading-s">{part.label}</h3>
      <p>
        {surveyKinds[part.kind]}
        {part.choices.length > 0 && `: ${part.choices.map(({ label }) => label).join("; ")}`}.{" "}
        {part.required ? "Must be answered." : "May be left blank."} {shown && `${shown}.`}
      </p>
    </>
  );
}
