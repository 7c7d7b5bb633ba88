"use client";
import { createElement, useEffect, useRef, useState } from "react";
import { HiddenField, fieldId } from "@/components/ui";
import { FieldProblems } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";
import "altcha/altcha.css";
import "./robot-check.css";

interface Algorithms {
  $altcha: { algorithms: Map<string, () => Worker> };
}

/** How the box looks and behaves: nothing of anybody else's, and nothing is noted about how the mouse moves. */
const configuration = JSON.stringify({ hideLogo: true, hideFooter: true, humanInteractionSignature: false });

async function loadBox() {
  await import("altcha/external");
  (globalThis as unknown as Algorithms).$altcha.algorithms.set(
    "PBKDF2/SHA-256",
    () => new Worker(new URL("./solve.worker.ts", import.meta.url)),
  );
}

/**
 * "I’m not a robot": ticking it has the browser work for a second or two. Nothing of it is there without JavaScript,
 * where a mailed code takes its place. A proof that was made and not yet taken survives the form's next answer.
 */
export function RobotCheck({ proof, onProof }: { proof: string | null; onProof: (proof: string) => void }) {
  const hydrated = useHydrated();
  return hydrated ? (
    <>
      <HiddenField name="script" value="yes" />
      <Box proof={proof} onProof={onProof} />
    </>
  ) : null;
}

function Box({ proof, onProof }: { proof: string | null; onProof: (proof: string) => void }) {
  const [kept] = useState(proof);
  const field = useField("altcha");
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (kept) return;
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
      <FieldProblems field={field} />
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
