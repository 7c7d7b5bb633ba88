import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import {
  ActionForm,
  CheckboxField,
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
import { askSupport, closePerson, resetPerson, unlockPersonAccount } from "@/app/(dashboard)/accounts/people/actions";
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
        We will send a one-use password to {email}. They use it to choose a new password. Their old password and any
        earlier login details will stop working, they will be signed out, and their account will be unlocked. Only the
        person who reads that mailbox can see the password.
      </>
    ),
    press: "Send login details",
    action: resetPerson,
  },
  unlock: {
    heading: ({ name }) => `Unlock the account of ${name}`,
    may: ({ mayManage }) => mayManage,
    says: () => <>It was locked after 5 wrong passwords. When you unlock it, their current password will work again.</>,
    press: "Unlock account",
    action: unlockPersonAccount,
  },
  close: {
    heading: ({ name }) => `Close the account of ${name}`,
    may: ({ mayManage }) => mayManage,
    says: () => (
      <>
        They will be signed out straight away and will not be able to sign in again. All their access will end. What
        they filed stays as it is, under their name. We will email them the reason.
      </>
    ),
    asks: "Why should the account be closed?",
    press: "Close account",
    warns: true,
    action: closePerson,
  },
  "ask-support": {
    heading: ({ name }) => `Ask support to close the account of ${name}`,
    may: ({ mayAskToClose }) => mayAskToClose,
    says: () => <>Only the support team can remove an approver. We will send them your message with your name.</>,
    asks: "Why should the account be closed?",
    press: "Send to support",
    action: askSupport,
  },
};

/** Asks before anything is done to someone's account. */
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
            Without {found.name} no one can approve people for {formatList(found.lastApproverOf)}.
          </p>
        </WarningCallout>
      )}
      <ActionForm action={act.action}>
        <HiddenField name="person" value={String(found.id)} />
        {act.asks && (
          <TextareaField
            name="reason"
            label={act.asks}
            hint="One sentence. We keep it, and the person may read it."
            rows={3}
            limit={500}
          />
        )}
        {act.warns && found.lastApproverOf.length > 0 && (
          <CheckboxField
            name="last"
            label={`I understand that ${formatList(found.lastApproverOf)} will have no approver`}
          />
        )}
        <SubmitButton look={act.warns ? "warning" : "primary"} pending="Just a moment…">
          {act.press}
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
