"use client";
import { useEffect, useRef, type ReactNode } from "react";

/** What was just done, said beside the button that did it; it takes the focus, without JavaScript too. */
export function DoneHere({ id, children }: { id?: string | undefined; children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <p className="ct-done-here" id={id} ref={place} role="status" tabIndex={-1} autoFocus>
      {children}
    </p>
  );
}
