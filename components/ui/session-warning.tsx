"use client";
import { useCallback, useEffect, useState } from "react";

interface Left {
  idle: number;
  most: number;
}

const warnAt = 5 * 60;
const address = "/api/session";

/**
 * Warns five minutes before a session ends because nothing was done, and lengthens it at a press; what was typed stays.
 * Other tabs count: the server is asked how long there is before anything is said. Without JavaScript nothing is shown.
 */
export function SessionWarning({ signInHref = "/sign-in" }: { signInHref?: string | undefined }) {
  const [left, setLeft] = useState<Left | null>(null);
  const ask = useCallback(async (method: "GET" | "POST") => {
    const answer = await fetch(address, { method, cache: "no-store" }).catch(() => null);
    if (answer?.ok) setLeft((await answer.json()) as Left);
  }, []);
  useEffect(() => {
    const wait = left === null ? warnAt : left.idle > warnAt ? left.idle - warnAt : left.idle > 0 ? 30 : null;
    if (wait === null) return;
    const timer = setTimeout(() => void ask("GET"), Math.max(1, wait) * 1000);
    return () => clearTimeout(timer);
  }, [left, ask]);
  if (left === null || left.idle > warnAt) return null;
  return (
    <div className="nhsuk-width-container" role="alert">
      <div className="nhsuk-warning-callout">
        {left.idle > 0 ? (
          <>
            <p>
              You will be signed out in{" "}
              {Math.ceil(left.idle / 60) === 1 ? "a minute" : `${Math.ceil(left.idle / 60)} minutes`}
              {left.most <= warnAt
                ? ". You have been signed in for as long as is allowed. Save what you are doing."
                : "."}
            </p>
            {left.most > warnAt && (
              <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => void ask("POST")}>
                Stay signed in
              </button>
            )}
          </>
        ) : (
          <p>
            You were signed out because you had not done anything for a while. What you typed is still here:{" "}
            <a href={signInHref} target="_blank" rel="noopener">
              sign in in another tab
            </a>
            , then continue.
          </p>
        )}
      </div>
    </div>
  );
}
