"use client";
import { useEffect, useState, type ReactNode, type SyntheticEvent } from "react";

/**
 * A form that sends a file to `to`. With JavaScript a file that is too large is not sent at all, which leads to
 * `tooLarge`, and a second press while one is on its way does nothing.
 */
export function UploadForm(props: { to: string; tooLarge: string; mostBytes: number; children: ReactNode }) {
  const [sending, setSending] = useState(false);
  useEffect(() => {
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && setSending(false);
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const tooLarge = [...form.values()].some((value) => value instanceof File && value.size > props.mostBytes);
    if (sending || tooLarge) event.preventDefault();
    if (tooLarge) return window.location.assign(`${props.tooLarge}${asTyped(form)}`);
    setSending(true);
  };
  return (
    <form method="post" action={props.to} encType="multipart/form-data" aria-busy={sending} onSubmit={send}>
      {props.children}
      <p role="status">{sending && "The file is uploading. Stay on this page until it has finished."}</p>
    </form>
  );
}

/** What else was chosen, for the address. */
const asTyped = (form: FormData): string =>
  [...form]
    .flatMap(([name, value]) => (typeof value === "string" ? `&${name}=${encodeURIComponent(value)}` : []))
    .join("");
