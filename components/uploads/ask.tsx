import type { ComponentProps } from "react";
import { ActionForm, HiddenField, SubmitButton } from "@/components/ui";

type Action = ComponentProps<typeof ActionForm>["action"];

/** One button that asks for one thing to be done with an uploaded file. */
export function Ask(props: {
  upload: number;
  action: Action;
  also?: Record<string, string>;
  pending: string;
  look: "primary" | "secondary";
  children: string;
}) {
  return (
    <ActionForm action={props.action}>
      <HiddenField name="upload" value={String(props.upload)} />
      {Object.entries(props.also ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton look={props.look} pending={props.pending}>
        {props.children}
      </SubmitButton>
    </ActionForm>
  );
}

export const Discard = ({ upload, action }: { upload: number; action: Action }) => (
  <Ask upload={upload} action={action} pending="Discarding…" look="secondary">
    Discard this file
  </Ask>
);
