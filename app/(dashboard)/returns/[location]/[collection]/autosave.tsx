"use client";
import { useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "@/components/ui/form-context";

const pause = 2000;
const longestWait = 5000;

/**
 * Saves the draft while someone types, two seconds after the last key, and says so beside the buttons. It does not
 * overwrite what a colleague has saved meanwhile: it tells the person. A button pressed while a draft is on its way
 * waits for it, so that what it sends is the newest. Draws nothing, and saves nothing, without JavaScript.
 */
export function Autosave({ path }: { path: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const { answer } = useContext(FormContext);
  const checked = answer.at !== undefined && answer.problems.every(({ code }) => code !== "draft.newer");
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let under: Promise<void> = Promise.resolve();
    let saving = 0;
    const save = async () => {
      const signal = AbortSignal.timeout(longestWait);
      const reply = await fetch(path, { method: "POST", body: new FormData(form), signal }).catch(() => null);
      const kept = reply?.ok ? ((await reply.json()) as { said: string; version?: number }) : null;
      setSaid(kept?.said ?? "Your draft could not be saved just now. What you typed is still here.");
      const version = form.elements.namedItem("form.draft");
      if (kept?.version !== undefined && version instanceof HTMLInputElement) version.value = String(kept.version);
    };
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        saving += 1;
        under = under.then(save).finally(() => {
          saving -= 1;
        });
      }, pause);
    };
    const sent = (event: SubmitEvent) => {
      clearTimeout(waiting);
      if (saving === 0) return;
      event.preventDefault();
      void under.then(() => form.requestSubmit(event.submitter));
    };
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
      {said ?? (checked ? "Your draft is saved. It has not been sent yet." : "")}
    </p>
  );
}
