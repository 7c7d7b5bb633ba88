"use client";
import { useRef, type ReactNode } from "react";
import { useTakesFocus } from "./use-takes-focus";

/** What was just done, said beside the button that did it; it takes the focus, without JavaScript too. */
export function DoneHere({ id, children }: { id?: string | undefined; children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  useTakesFocus(place, { block: "center" });
  return (
    <p className="ct-done-here" id={id} ref={place} role="status" tabIndex={-1} autoFocus>
      {children}
    </p>
  );
}
