import { formatCount } from "@/lib/format";
import { Action, FactLines, Frame, Para, Points, Subheading, type Letterhead } from "./frame";

/** What an approver reads when someone asks: who, for what, what to make sure of, and where to decide. */
export function AsksForAccess(props: {
  letterhead: Letterhead;
  heading: string;
  said: string;
  name: string;
  email: string;
  jobTitle: string;
  places: string[];
  approver: boolean;
  path: string;
}) {
  const { letterhead, name } = props;
  return (
    <Frame letterhead={letterhead} heading={props.heading} preview={`Approve or reject ${name}.`}>
      <Para>{props.said}</Para>
      <Points points={props.places} />
      <FactLines
        facts={[
          ["Name", name],
          ["Email", props.email],
          ["Job title", props.jobTitle],
          ["Asks to be", props.approver ? "an approver" : "a standard user"],
        ]}
      />
      <Subheading>Before you approve</Subheading>
      <Points
        points={[
          "Do you know this person, and do they work there now?",
          "Is the email address your organisation’s, and is it spelled correctly?",
          "Do they need the level of access they have asked for?",
        ]}
      />
      <Action href={`${letterhead.origin}${props.path}`}>Sign in to approve or reject</Action>
      <Para>
        Please decide within {formatCount("hour", letterhead.decidingHours)}. The link only opens the page. Nothing is
        decided until you press a button.
      </Para>
    </Frame>
  );
}

export const exampleOfAsking = {
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  jobTitle: "Deputy manager",
  places: ["Rosewood House"],
  approver: false,
  path: "/accounts/requests",
};
