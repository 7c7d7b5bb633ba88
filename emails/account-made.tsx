import { formatDateTime } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import { LoginDetails } from "./parts/login-details";
import type { Template } from "./parts/message";

const AccountMade: Template<"account-made"> = ({ letterhead, name, email, places, why, until, password }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={headings[why]}
    preview={`Sign in before ${formatDateTime(new Date(until))}.`}
  >
    <Para>{because[why](letterhead.supportName)}</Para>
    {places.length > 0 && why !== "support team" && <Para>It is for:</Para>}
    {places.length > 0 && why !== "support team" && <Points points={places} />}
    <LoginDetails letterhead={letterhead} email={email} password={password} until={until} shared={why === "shared"} />
    <Para>If you did not expect this, do not sign in. Ask us first: our details are below.</Para>
  </Frame>
);

const headings = {
  "registered manager": "An account was made for you",
  shared: "A shared account was made for your team",
  "support team": "You are now part of the support team",
};

/** Why someone who did not ask for it gets an account. */
const because = {
  "registered manager": (us: string) =>
    `${us} made this account for you because you manage a service that reports its capacity here. You did not need to register. You are an approver: you decide who else has access.`,
  shared: (us: string) =>
    `${us} made this account for a desk or ward that several people share. Whoever uses it says who they are when they sign in.`,
  "support team": () => "Two members of the support team have agreed to this.",
};
AccountMade.example = {
  accountId: 1,
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  places: ["Rosewood House"],
  why: "registered manager",
  until: "2026-11-19T09:00:00.000Z",
  password: "abcd-efgh-jkmn-pqrs",
};
export default AccountMade;
