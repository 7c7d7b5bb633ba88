"use client";
import { useContext, useState } from "react";
import {
  ActionForm,
  Details,
  HiddenField,
  InsetText,
  RadiosField,
  SubmitButton,
  TextField,
  type FieldOption,
  type FormAction,
} from "@/components/ui";
import { FormContext } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";
import { RobotCheck, useProofTaken } from "@/app/(public)/register/robot-check";

interface Saved {
  email?: string;
  fullName?: string;
  telephone?: string;
  jobTitle?: string;
  level?: string;
  kind?: string;
}

interface Support {
  name: string;
  email: string;
  phone: string;
}

const order = ["email", "fullName", "telephone", "jobTitle", "level", "kind", "altcha"];

export function YourDetailsForm(props: {
  action: FormAction;
  saved: Saved;
  /** The saved address was vouched for already. */
  vouched: boolean;
  support: Support;
  types: FieldOption[];
}) {
  const { saved } = props;
  const [proof, setProof] = useState<string | null>(null);
  return (
    <ActionForm action={props.action} order={order} className="[&_input]:scroll-mt-40">
      <Registered support={props.support} />
      <TextField
        name="email"
        label="Email address"
        hint="Check the spelling: we send your login details there. Use your own work email address if you have one."
        type="email"
        autoComplete="email"
        spellCheck={false}
        value={saved.email}
      />
      <TextField name="fullName" label="Full name" autoComplete="name" spellCheck={false} value={saved.fullName} />
      <TextField
        name="telephone"
        label="Contact number"
        hint="A UK number"
        type="tel"
        autoComplete="tel"
        width={20}
        value={saved.telephone}
      />
      <TextField name="jobTitle" label="Job title" autoComplete="organization-title" value={saved.jobTitle} />
      <RadiosField
        name="level"
        label="User type"
        value={saved.level ?? "standard"}
        choices={[
          { value: "standard", label: "Standard", hint: "You file returns, update beds or look things up" },
          {
            value: "approver",
            label: "Approver",
            hint: "You also approve other people at your organisation, reset their passwords and remove them when they leave",
          },
        ]}
      />
      <Details summary="Who should be an approver">
        <p>Every organisation needs an approver. Two are better, so that one can cover for the other.</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>in care: owners, managers and assistant managers</li>
          <li>in hospitals, councils and NHS bodies: discharge managers, operational managers and system champions</li>
        </ul>
      </Details>
      <RadiosField name="kind" label="Provider type" hint="Where you work" value={saved.kind} choices={props.types} />
      <Details summary="My type of organisation is not listed">
        <p>
          Choose Other and tell us about it on the next page, or ask {props.support.name}:{" "}
          <a href={`mailto:${props.support.email}`}>{props.support.email}</a> or {props.support.phone}.
        </p>
      </Details>
      <RobotCheckUnlessVouched vouched={props.vouched} proof={proof} onProof={setProof} />
      <SubmitButton pending="Checking…">Continue</SubmitButton>
    </ActionForm>
  );
}

/** The box is there for a new address; with one that was vouched for, only if the service asks for it again. */
function RobotCheckUnlessVouched(props: {
  vouched: boolean;
  proof: string | null;
  onProof: (proof: string | null) => void;
}) {
  const asked = useProofTaken();
  const hydrated = useHydrated();
  if (!hydrated) return null;
  if (props.vouched && !asked && props.proof === null) return <HiddenField name="script" value="vouched" />;
  return <RobotCheck proof={props.proof} onProof={props.onProof} />;
}

/** What someone can do whose address has an account. */
function Registered({ support }: { support: Support }) {
  const { answer } = useContext(FormContext);
  if (!answer.problems.some(({ code }) => code === "already-registered")) return null;
  return (
    <InsetText>
      <p>There is already an account with this email address, so you do not need to register. You can:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/sign-in">sign in</a>, and ask for access to more places there
        </li>
        <li>
          <a href="/forgotten-password">choose a new password</a> if you have forgotten yours
        </li>
        <li>
          ask {support.name} if it is not yours: <a href={`mailto:${support.email}`}>{support.email}</a> or{" "}
          {support.phone}
        </li>
      </ul>
    </InsetText>
  );
}
