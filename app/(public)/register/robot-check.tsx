"use client";
import { createElement, useContext, useEffect, useRef, useState } from "react";
import { HiddenField, fieldId } from "@/components/ui";
import { FieldMessages } from "@/components/ui/field-group";
import { FormContext, useField } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";
import "altcha/altcha.css";
import "./robot-check.css";

interface Algorithms {
  $altcha: { algorithms: Map<string, () => Worker> };
}

/** How the box looks and behaves. It loads nothing from elsewhere, and does not watch how the mouse moves. */
const configuration = JSON.stringify({ hideLogo: true, hideFooter: true, humanInteractionSignature: false });

async function loadBox() {
  await import("altcha/external");
  (globalThis as unknown as Algorithms).$altcha.algorithms.set(
    "PBKDF2/SHA-256",
    () => new Worker(new URL("./solve.worker.ts", import.meta.url)),
  );
}

interface Proving {
  /**
   * What was proved and, as far as the page knows, not yet taken. It lives outside the form, whose answers draw it
   * again.
   */
  proof: string | null;
  onProof: (proof: string | null) => void;
}

/**
 * "I’m not a robot": ticking it has the browser work for a second or two. Nothing of it is there without JavaScript,
 * where an emailed code takes its place. A proof that was made and not yet taken survives the form's next answer.
 */
export function RobotCheck(proving: Proving) {
  const hydrated = useHydrated();
  return hydrated ? (
    <>
      <HiddenField name="script" value="yes" />
      <Box {...proving} />
    </>
  ) : null;
}

/** Whether the service has taken the proof that the form was sent with: another is needed. */
export function useProofTaken(): boolean {
  const { answer } = useContext(FormContext);
  return answer.problems.some(({ field, code }) => field === "altcha" || code === "already-registered");
}

function Box({ proof, onProof }: Proving) {
  const taken = useProofTaken();
  const [kept] = useState(taken ? null : proof);
  const field = useField("altcha");
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (kept) return;
    onProof(null);
    void loadBox();
    const element = box.current;
    const take = (event: Event) => onProof((event as CustomEvent<{ payload: string }>).detail.payload);
    element?.addEventListener("verified", take);
    return () => element?.removeEventListener("verified", take);
  }, [kept, onProof]);
  return (
    <div
      className={`nhsuk-form-group${field.errors.length > 0 ? " nhsuk-form-group--error" : ""}`}
      id={fieldId("altcha")}
      tabIndex={-1}
    >
      <FieldMessages field={field} />
      {kept ? (
        <>
          <HiddenField name="altcha" value={kept} />
          <p>✓ You have shown that you are not a robot</p>
        </>
      ) : (
        createElement("altcha-widget", { ref: box, challenge: "/api/altcha", name: "altcha", configuration })
      )}
    </div>
  );
}
