"use client";
import { useEffect, useRef, useState } from "react";

const pause = 2000;

/**
 * Keeps the draft as one types, two seconds after the last key. What a colleague saved meanwhile is not overwritten: the
 * person is told. Draws nothing, and saves nothing, without JavaScript.
 */
export function Autosave({ path }: { path: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let under: Promise<void> = Promise.resolve();
    const save = async () => {
      const answer = await fetch(path, { method: "POST", body: new FormData(form) }).catch(() => null);
      const kept = answer?.ok ? ((await answer.json()) as { said: string; version?: number }) : null;
      setSaid(kept?.said ?? "Your draft could not be saved just now. What you typed is still here.");
      const version = form.elements.namedItem("form.draft");
      if (kept?.version !== undefined && version instanceof HTMLInputElement) version.value = String(kept.version);
    };
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        under = under.then(save);
      }, pause);
    };
    const sent = () => clearTimeout(waiting);
    form.addEventListener("input", typed);
    form.addEventListener("submit", sent);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", sent);
    };
  }, [path]);
  return (
    <p className="nhsuk-body-s" ref={place} role="status">
      {said}
    </p>
  );
}
