"use client";
import { useContext, useState } from "react";
import { fieldId, InsetText } from "@/components/ui";
import { FormContext } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";
import { RobotCheck } from "@/app/(public)/register/robot-check";

/**
 * The box that people must tick if many sign-ins from their place have failed; without JavaScript, what to do instead.
 */
export function ProveWork() {
  const { answer } = useContext(FormContext);
  const hydrated = useHydrated();
  const [proof, setProof] = useState<string | null>(null);
  if (!answer.problems.some(({ code }) => code === "prove")) return null;
  if (hydrated) return <RobotCheck proof={proof} onProof={setProof} />;
  return (
    <InsetText>
      <p id={fieldId("altcha")} tabIndex={-1}>
        This check needs JavaScript, which is turned off in your browser. Wait 10 minutes and try again, or get an email
        with a link to choose a new password: <a href="/forgotten-password">forgotten password</a>.
      </p>
    </InsetText>
  );
}
