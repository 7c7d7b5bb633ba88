"use client";
import { useContext, useEffect, useRef } from "react";
import { FormContext } from "./form-context";

const question = "You have changes that are not saved. Leave this page without saving them?";

/**
 * Says that the form's section is saved by itself, or what else `says` tells of leaving, and asks before someone leaves the page with changes that are not.
 * Without JavaScript the sentence stands alone.
 */
export function LeaveWarning({ says = "Sections are saved one by one. Save this one before you leave the page." }) {
  const place = useRef<HTMLParagraphElement>(null);
  const { answer } = useContext(FormContext);
  const sentBack = answer.problems.length > 0;
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let unsaved = sentBack;
    const typed = () => {
      unsaved = true;
    };
    const sent = () => {
      unsaved = false;
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved) event.preventDefault();
    };
    // A link of ours changes the page without unloading it.
    const followed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!unsaved || !(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
      if (window.confirm(question)) unsaved = false;
      else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    form.addEventListener("input", typed);
    form.addEventListener("submit", sent);
    window.addEventListener("beforeunload", leaving);
    window.addEventListener("click", followed, true);
    return () => {
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", sent);
      window.removeEventListener("beforeunload", leaving);
      window.removeEventListener("click", followed, true);
    };
  }, [sentBack]);
  return (
    <p className="nhsuk-body-s" ref={place}>
      {says}
    </p>
  );
}
