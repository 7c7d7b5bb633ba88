"use client";
import { type ReactNode, useEffect, useRef } from "react";
import type { Condition } from "@/lib/questions/question";

/**
 * A question that is asked of those who answered an earlier one so, under a sentence that says it. With JavaScript it is
 * there only while that is the answer; without, the sentence says who it is for. What counts is decided when it is sent.
 */
export function AskedOnlyIf(props: { condition: Condition; says: string; children: ReactNode }) {
  const { key, is } = props.condition;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = () => {
      if (place.current) place.current.hidden = !isAnswered(form, key, is);
    };
    look();
    form.addEventListener("change", look);
    return () => form.removeEventListener("change", look);
  });
  return (
    <div className="ct-only-if" ref={place}>
      <p className="ct-only-if__says">{props.says}</p>
      {props.children}
    </div>
  );
}

/** Is that the answer in the form, to a question that is itself there? */
const isAnswered = (form: HTMLFormElement, key: string, is: string): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return field.name === key && field.value === is && isThere(field);
    return (
      field instanceof HTMLInputElement && field.name === key && field.value === is && field.checked && isThere(field)
    );
  });

const isThere = (field: Element) => field.closest(".ct-only-if[hidden]") === null;
