import { Action, Para, type Letterhead } from "./frame";

interface HowToFileProps {
  letterhead: Letterhead;
  /** Whether the reader has an account to sign in with. */
  account: boolean;
}

/** How to file: signing in, or for a manager without an account, registering or asking a colleague. */
export function HowToFile({ letterhead, account }: HowToFileProps) {
  if (account) return <Action href={`${letterhead.origin}/returns`}>Sign in and file your return</Action>;
  return (
    <>
      <Para>
        We sent you this email because you are the manager contact for the location. Ask a colleague with an account to
        file the return, or register for your own account.
      </Para>
      <Action href={`${letterhead.origin}/register`}>Register for an account</Action>
    </>
  );
}
