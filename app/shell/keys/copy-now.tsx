import type { ReactNode } from "react";
import { ActionForm, InsetText, Page, SubmitButton } from "@/components/ui";
import type { keyIsKept } from "./actions";

/** What was just made and is shown once: a key, or the secret of a webhook. `kept` shows it to no one again. */
export function CopyNow(props: {
  what: "key" | "secret";
  summary: string;
  value: string;
  kept: typeof keyIsKept;
  help: ReactNode;
}) {
  return (
    <Page heading={`Copy this ${props.what} now`} summary={`We cannot show it again. ${props.summary}`}>
      <InsetText>
        <p>
          <code className="break-all">{props.value}</code>
        </p>
      </InsetText>
      <p>Enter it in your other system, or give it to the people who look after that system. {props.help}</p>
      <ActionForm action={props.kept}>
        <SubmitButton>I have copied it</SubmitButton>
      </ActionForm>
    </Page>
  );
}
