"use client";
import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui";
import { useTypedText } from "./use-typed";

/** The search box. Its button comes first in the form, so that Enter searches. */
export function SearchField(props: {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  onSearch: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const value = useTypedText("search", props.text);
  // What was typed before the page came alive has told no one.
  useEffect(() => {
    const typed = input.current?.value ?? "";
    if (typed !== props.text) props.onText(typed);
  }, []);
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-label--s" htmlFor="field-search">
        {props.label}
      </label>
      <div className="nhsuk-hint" id="field-search-hint">
        {props.hint}
      </div>
      <div className="flex flex-wrap gap-4">
        <input
          ref={input}
          className="nhsuk-input nhsuk-input--width-20"
          id="field-search"
          name="search"
          type="search"
          value={value}
          onChange={(event) => props.onText(event.target.value)}
          aria-describedby="field-search-hint"
          spellCheck={false}
          autoComplete="off"
        />
        <button
          className={`${buttonClass("secondary", true)} mb-0`}
          name="do"
          value="search"
          onClick={(event) => {
            event.preventDefault();
            props.onSearch();
          }}
        >
          Search
        </button>
      </div>
    </div>
  );
}
