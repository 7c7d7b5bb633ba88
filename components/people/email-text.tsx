import { Fragment } from "react";

/**
 * An email address that may break after its @ and full stops and nowhere else: whoever approves it must check its
 * spelling. What has no such place breaks where it must.
 */
export const EmailText = ({ email }: { email: string }) => (
  <span className="break-words">
    {email.split(/(?<=[@.])/).map((part, at) => (
      <Fragment key={`${at} ${part}`}>
        {at > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </span>
);
