"use client";
import { useContext } from "react";
import { FormContext, textOf } from "@/components/ui/form-context";
import { HiddenField } from "@/components/ui/hidden-field";
import { formField } from "@/lib/returns/form-fields";

/** Which version of the draft the form holds. A check that found something to put right has saved a newer one. */
export function DraftVersion({ version }: { version: number }) {
  const { answer } = useContext(FormContext);
  const saved = Number(textOf(answer.typed[formField.draft], version));
  return <HiddenField name={formField.draft} value={Math.max(version, saved || 0)} />;
}
