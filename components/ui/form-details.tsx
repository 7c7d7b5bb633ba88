"use client";
import { useContext, type ReactNode } from "react";
import { Details } from "./details";
import { FormContext } from "./form-context";

/**
 * Further fields of a form, one press away. It is open when one of `fields` (or a part of one, such as the day of a
 * date) came back with a problem or with something typed, so that without JavaScript too nothing to put right is
 * hidden.
 */
export function FormDetails(props: {
  summary: ReactNode;
  fields: readonly string[];
  children: ReactNode;
  open?: boolean | undefined;
}) {
  const { answer } = useContext(FormContext);
  const isOurs = (name = "") => props.fields.some((field) => name === field || name.startsWith(`${field}.`));
  const back =
    answer.problems.some(({ field }) => isOurs(field)) ||
    Object.entries(answer.typed).some(([name, typed]) => isOurs(name) && typed.length > 0);
  return (
    <Details summary={props.summary} open={props.open || back}>
      {props.children}
    </Details>
  );
}
