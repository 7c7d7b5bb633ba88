"use client";
import { useCallback, useState } from "react";
import type { FormAction } from "@/components/ui";

/**
 * Keeps a proof of work over the answers of a form: what was typed wrong need not be proved twice. It goes once the
 * service has taken it, which it says by what it answers.
 */
export function useProof(action: FormAction) {
  const [proof, setProof] = useState<string | null>(null);
  const post: FormAction = useCallback(
    async (previous, form) => {
      const answer = await action(previous, form);
      const taken = answer.problems.some(({ field, code }) => field === "altcha" || code === "already-registered");
      if (taken) setProof(null);
      return answer;
    },
    [action],
  );
  return { proof, setProof, post };
}
