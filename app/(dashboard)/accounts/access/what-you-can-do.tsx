import type { User } from "@/lib/access/user";
import { mayDo } from "@/lib/people/may-do";

/** What an account of this kind and level is for, above the places it is for. */
export const WhatYouCanDo = ({ user }: { user: User }) => (
  <>
    <h2 className="nhsuk-heading-m">What you can do</h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {mayDo(user).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </>
);
