import { formatLongDate } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const SurveyReminder: Template<"survey-reminder"> = ({
  letterhead,
  name,
  survey,
  lastDay,
  locations,
  path,
  account,
}) => {
  const by = lastDay === undefined ? "" : ` by ${formatLongDate(lastDay)}`;
  return (
    <Frame letterhead={letterhead} name={name} heading={survey} preview={`Please answer this survey${by}.`}>
      <Para>We do not yet have answers to the survey “{survey}” for:</Para>
      <ul>
        {locations.map((location) => (
          <li key={location}>{location}</li>
        ))}
      </ul>
      <Para>Please answer it{by}. You can change your answers until it closes.</Para>
      {account ? (
        <Action href={`${letterhead.origin}${path}`}>Sign in and answer it</Action>
      ) : (
        <Para>
          You do not have an account. Anyone who has one for the location can sign in and answer it, or you can{" "}
          <a href={`${letterhead.origin}/register`}>register</a>.
        </Para>
      )}
      <Para>A survey is not a return: your returns are due as always.</Para>
    </Frame>
  );
};
SurveyReminder.example = {
  name: "Amina Khan",
  survey: "Syringe drivers",
  lastDay: "2026-12-11",
  locations: ["Rosewood House", "Rosewood Lodge"],
  path: "/surveys",
  account: true,
};
export default SurveyReminder;
