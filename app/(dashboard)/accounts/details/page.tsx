import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ActionForm,
  CheckboxField,
  InsetText,
  NotificationBanner,
  Page,
  PasswordField,
  SubmitButton,
  SummaryList,
  TextField,
} from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import type { User } from "@/lib/access/user";
import { ownDetails, waitingEmail } from "@/lib/accounts/queries";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";
import { changeAddress, saveDetails } from "./actions";

const notices: Record<string, string> = {
  saved: "Your details are saved.",
  asked: "We have emailed a link to your new address. Open it to confirm the change.",
};

/** As it was chosen when registering: an Approver somewhere is one. */
const userType = ({ grants }: User) => (grants.some(({ level }) => level === "approver") ? "Approver" : "Standard");

export default async function DetailsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await currentUser();
  const asked = await searchParams;
  const { fullName, telephone, jobTitle, communications, email } = await ownDetails(user);
  const waiting = await waitingEmail(user, now());
  const notice = Object.keys(notices).find((key) => asked[key] === "yes");
  const whatStands = [
    { label: "Email address", value: email },
    ...(user.kind === "support" ? [] : [{ label: "User type", value: userType(user) }]),
    { label: user.kind === "support" ? "User type" : "Provider type", value: kindLabel(user.kind) },
  ];
  if (user.generic)
    return (
      <Page heading="This shared account" back={{ href: "/accounts", label: "Accounts" }}>
        <SummaryList rows={[{ label: "Name", value: fullName }, ...whatStands]} />
        <p>Several people use this account, so only support can change its details.</p>
      </Page>
    );
  return (
    <Page
      heading="My details"
      back={{ href: "/accounts", label: "Accounts" }}
      banner={notice && <NotificationBanner success heading={notices[notice]} />}
    >
      <HowTo of="details" />
      <SummaryList rows={whatStands} />
      <ActionForm action={saveDetails} order={["fullName", "telephone", "jobTitle", "communications"]}>
        <TextField name="fullName" label="Full name" value={fullName} autoComplete="name" />
        <TextField name="telephone" label="Contact number" value={telephone} type="tel" autoComplete="tel" width={20} />
        <TextField name="jobTitle" label="Job title" value={jobTitle} autoComplete="organization-title" />
        <CheckboxField
          name="communications"
          label="Send me news about this service"
          hint="We will always email you about your account and your returns"
          checked={communications}
        />
        <SubmitButton pending="Saving…">Save details</SubmitButton>
      </ActionForm>
      <h2 className="nhsuk-heading-m">Change your email address</h2>
      {waiting && (
        <InsetText>
          {waiting} is waiting to be confirmed: we have emailed a link to it. Until then, sign in with {email}.
        </InsetText>
      )}
      <ActionForm action={changeAddress} order={["email", "password"]}>
        <TextField
          name="email"
          label="New email address"
          hint="We will email a link to it. Your address changes when you open the link"
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <PasswordField name="password" label="Your password" />
        <SubmitButton look="secondary" pending="Sending…">
          Email me a link
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
