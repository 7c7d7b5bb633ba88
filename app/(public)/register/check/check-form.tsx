"use client";
import { useState } from "react";
import { ActionForm, CheckboxField, HiddenField, RadiosField, SubmitButton, type FormAction } from "@/components/ui";
import { RobotCheck } from "@/app/(public)/register/robot-check";

/** What is agreed, and Complete. Someone whose address a code confirmed has shown enough. */
export function CheckForm(props: { action: FormAction; version: string; byCode: boolean }) {
  const [proof, setProof] = useState<string | null>(null);
  return (
    <ActionForm action={props.action} order={["terms", "communications", "altcha"]}>
      <HiddenField name="version" value={props.version} />
      <CheckboxField name="terms" label="I have read, understood and agree to the terms of use" />
      <RadiosField
        name="communications"
        label="May we send you important news and alerts by email?"
        hint="About planning, buying and providing care. You can change your mind at any time. We will always email you about your account and your returns."
        choices={[
          { value: "yes", label: "I agree" },
          { value: "no", label: "I do not agree" },
        ]}
      />
      {!props.byCode && <RobotCheck proof={proof} onProof={setProof} />}
      <SubmitButton pending="Sending…">Complete</SubmitButton>
    </ActionForm>
  );
}
