import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import {
  ActionForm,
  HiddenField,
  Page,
  SubmitButton,
  TextareaField,
  WarningCallout,
  type FormAction,
} from "@/components/ui";
import { formatList } from "@/lib/format";
import type { Person } from "@/lib/people/person";
import { currentUser } from "@/lib/web/session";
import { askSupport, close, resetPerson, unlock } from "@/app/(dashboard)/accounts/people/actions";
import { recordHref } from "@/components/people/address";
import { foundPerson } from "@/app/shell/found-person";

interface Act {
  heading: (person: Person) => string;
  may: (person: Person) => boolean;
  says: (person: Person) => ReactNode;
  asks?: string;
  press: string;
  warns?: true;
  action: FormAction;
}

const acts: Record<string, Act> = {
  reset: {
    heading: ({ name }) => `Send new login details to ${name}`,
    may: ({ mayManage }) => mayManage,
    says: ({ email }) => (
      <>
        We send a one-use password to {email}. It opens the page to choose a new password. Earlier login details and the
        password before stop working, sessions end and a lock is lifted. Nobody but the owner of that address sees it.
      </>
    ),
    press: "Send login details",
    action: resetPerson,
  },
  unlock: {
    heading: ({ name }) => `Unlock the account of ${name}`,
    may: ({ mayManage }) => mayManage,
    says: () => <>Five wrong passwords locked it. Once it is unlocked, the password they have works again.</>,
    press: "Unlock account",
    action: unlock,
  },
  close: {
    heading: ({ name }) => `Close the account of ${name}`,
    may: ({ mayManage }) => mayManage,
    says: () => (
      <>
        The person is signed out at once and cannot sign in again. All their access ends. What they filed stays as it
        is, under their name. They are told by email, with the reason.
      </>
    ),
    asks: "Why should the account be closed?",
    press: "Close account",
    warns: true,
    action: close,
  },
  "ask-support": {
    heading: ({ name }) => `Ask support to close the account of ${name}`,
    may: ({ mayAskToClose }) => mayAskToClose,
    says: () => <>Only the support team can take out an approver. Your message goes to them with your name.</>,
    asks: "Why should the account be closed?",
    press: "Send to support",
    action: askSupport,
  },
};

/** Asks before anything is done to somebody's account. */
export default async function ActPage(props: { params: Promise<{ person: string; act: string }> }) {
  const user = await currentUser();
  const params = await props.params;
  const act = Object.hasOwn(acts, params.act) ? acts[params.act] : undefined;
  const found = await foundPerson(user, params.person);
  if (!act?.may(found)) notFound();
  return (
    <Page heading={act.heading(found)} back={recordHref(user, found.id)}>
      <p>{act.says(found)}</p>
      {act.warns && found.lastApproverOf.length > 0 && (
        <WarningCallout heading="The only approver">
          <p>
            Without {found.name} nobody can approve people for {formatList(found.lastApproverOf)}.
          </p>
        </WarningCallout>
      )}
      <ActionForm action={act.action}>
        <HiddenField name="person" value={String(found.id)} />
        {act.asks && (
          <TextareaField
            name="reason"
            label={act.asks}
            hint="One sentence. It is kept, and the person may read it."
            rows={3}
            limit={500}
          />
        )}
        <SubmitButton look={act.warns ? "warning" : "primary"} pending="Just a moment…">
          {act.press}
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
