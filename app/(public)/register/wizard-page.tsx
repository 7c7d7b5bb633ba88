import type { ReactNode } from "react";
import { ActionForm, Page, ProgressSteps, SubmitButton } from "@/components/ui";
import { stepNames } from "@/lib/registrations/steps";
import { startAgain } from "./actions";

/** The frame of a step: how far you are, the step itself, and a way to start again. */
export function WizardPage(props: {
  heading: string;
  /** 0 to 2: which of the three steps this belongs to. */
  step: number;
  back: string;
  children: ReactNode;
  /** There is something to discard. */
  begun: boolean;
}) {
  return (
    <Page heading={props.heading} caption="Register for an account" back={props.back}>
      <ProgressSteps steps={stepNames} current={props.step} />
      {props.children}
      {props.begun && (
        <ActionForm action={startAgain}>
          <p>
            If this is not your registration, or you want to start from the beginning, start again. We will delete what
            was typed.
          </p>
          <SubmitButton look="secondary" small pending="Deleting…">
            Start again
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
