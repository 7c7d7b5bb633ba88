import { formatDateTime } from "@/lib/format";
import { Action, FactLines, Points, type Letterhead } from "./frame";

/** A login with its one-use password, what happens when it is used, and what to do when it has expired. */
export const LoginDetails = (props: {
  letterhead: Letterhead;
  email: string;
  password: string;
  until: string;
  /** For a desk that several people share. */
  shared?: boolean;
}) => (
  <>
    <FactLines
      facts={[
        ["Login", props.email],
        ["One-use password", props.password],
        ["Use it before", formatDateTime(new Date(props.until))],
      ]}
    />
    <Action href={`${props.letterhead.origin}/sign-in`}>Sign in</Action>
    <Points
      points={[
        props.shared
          ? "Whoever signs in first chooses the password that the team will use."
          : "You will choose your own password when you first sign in.",
        "The one-use password works once. If it has expired, choose “Forgotten your password?” on the sign-in page, or ask us for another.",
        props.shared
          ? "Do not forward this email outside your team."
          : "Do not forward this email. Each person needs their own account.",
      ]}
    />
  </>
);
