"use client";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type ButtonLook } from "./button-class";

/** Sends its form. While it is being sent the button says so, and a second press does nothing. */
export function SubmitButton(props: {
  children: ReactNode;
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** What to say while it is sent: "Saving…". */
  pending?: string | undefined;
  /** Keeps the button in sight at the foot of a phone's screen. */
  sticky?: boolean | undefined;
}) {
  const status = useFormStatus();
  const own = props.name === undefined || status.data?.get(props.name) === props.value;
  const button = (
    <button
      type="submit"
      className={buttonClass(props.look, props.small)}
      name={props.name}
      value={props.value}
      aria-disabled={status.pending || undefined}
    >
      {status.pending && own ? (props.pending ?? props.children) : props.children}
    </button>
  );
  return props.sticky ? <div className="ct-sticky-bar">{button}</div> : button;
}

/** Buttons beside each other. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="nhsuk-button-group">{children}</div>;
}
