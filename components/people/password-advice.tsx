"use client";
import { useEffect, useState } from "react";
import { fieldId } from "@/components/ui/form-answer";
import { guessable, passwordProblems, strongEnough, tooGuessable, type OwnWords } from "@/lib/accounts/password-policy";

/**
 * Says in words, while someone types a new password, what it still wants. The lists of common passwords are large and
 * load at the first key; the server looks again whatever this says.
 */
export function PasswordAdvice({ field, own }: { field: string; own: OwnWords }) {
  const [sentences, setSentences] = useState<string[] | null>(null);
  useEffect(() => {
    const input = document.getElementById(fieldId(field));
    if (!(input instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const password = input.value;
      const said = password === "" ? null : await advice(password, own);
      if (input.value === password) setSentences(said);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), 300);
    };
    input.addEventListener("input", soon);
    return () => {
      clearTimeout(timer);
      input.removeEventListener("input", soon);
    };
  }, [field, own]);
  return (
    <div aria-live="polite" className="nhsuk-u-margin-bottom-4">
      {sentences?.length === 0 && <p>This password is strong enough.</p>}
      {sentences && sentences.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function advice(password: string, own: OwnWords): Promise<string[]> {
  const sentences = passwordProblems(password, own);
  if (sentences.length > 0) return sentences;
  const { passwordStrength } = await import("@/lib/accounts/password-strength");
  return passwordStrength(password, guessable(own)) < strongEnough ? [tooGuessable] : [];
}
