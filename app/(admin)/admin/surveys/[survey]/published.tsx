import { Link } from "@/components/ui/link";
import { ActionForm, Details, HiddenField, SubmitButton } from "@/components/ui";
import { formatCount } from "@/lib/format";
import { isQuestion, type SurveyPart, type SurveyText } from "@/lib/surveys/parts";
import { takesAnswers } from "@/lib/surveys/state";
import type { BuiltSurvey } from "@/lib/surveys/support/queries";
import { runSurvey, versionSurvey } from "@/app/(admin)/admin/surveys/actions";
import { PartInWords } from "./draft";

/** The version that providers are asked, and what may still be done with it. */
export function Published(props: { survey: BuiltSurvey; live: NonNullable<BuiltSurvey["live"]>; time: Date }) {
  const { survey, live, time } = props;
  const { id, state, draft } = survey;
  const waiting = survey.events.some(({ what, mailedAt }) => what === "reminded" && mailedAt === null);
  return (
    <section aria-labelledby="published">
      <h2 className="nhsuk-heading-m" id="published">
        {`Version ${live.number}, in use now`}
      </h2>
      <p>
        {formatCount("location", live.answers)} answered it.{" "}
        <Link href={`/admin/surveys/${id}/preview`}>Preview it</Link>.
      </p>
      <Details summary="Its questions, and their help">
        <ol className="ct-parts">
          <li className="ct-parts__part">
            <h3 className="nhsuk-heading-s">What it is for</h3>
            <Help survey={id} part="intro" text={live.help.intro ?? live.intro} name="What it is for" />
          </li>
          {live.parts.map((part) => (
            <li className="ct-parts__part" key={part.key}>
              <PartInWords part={part} parts={live.parts} />
              <Help survey={id} part={part.key} text={helpOf(live, part)} name={nameOf(part)} />
            </li>
          ))}
        </ol>
      </Details>
      {waiting && <p>A reminder is on its way to everyone who has not answered.</p>}
      <div className="ct-parts__acts">
        {takesAnswers({ state, closesAt: survey.closesAt }, time) && !waiting && (
          <Act survey={id} act="remind" label="Remind those who have not answered" />
        )}
        {state === "waiting" && <Act survey={id} act="open" label="Open it now" />}
        {state === "closed" && <Act survey={id} act="open" label="Open it again" />}
        {state === "open" && <Act survey={id} act="close" label="Close it now" />}
        {!draft && (
          <ActionForm action={versionSurvey}>
            <HiddenField name="survey" value={id} />
            <HiddenField name="act" value="start" />
            <SubmitButton look="secondary" pending="Starting…">
              Change the questions in a new version
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </section>
  );
}

const Act = (props: { survey: number; act: "open" | "close" | "remind"; label: string }) => (
  <ActionForm action={runSurvey}>
    <HiddenField name="survey" value={props.survey} />
    <HiddenField name="act" value={props.act} />
    <SubmitButton look={props.act === "close" ? "warning" : "secondary"} pending="Saving…">
      {props.label}
    </SubmitButton>
  </ActionForm>
);

const Help = (props: { survey: number; part: string; text: string; name: string }) => (
  <p>
    <span className="ct-lines">{props.text || "No help."}</span>{" "}
    <Link href={`/admin/surveys/${props.survey}/help/${props.part}`}>
      Change the help text<span className="nhsuk-u-visually-hidden"> of “{props.name}”</span>
    </Link>
  </p>
);

const nameOf = (part: SurveyPart) => (isQuestion(part) ? part.label : part.title);

/** The help of a part as it is shown now. */
export const helpOf = ({ help }: SurveyText, part: SurveyPart): string =>
  help[part.key] ?? (isQuestion(part) ? part.hint : part.text);
