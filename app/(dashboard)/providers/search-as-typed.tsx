"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const pause = 300;

/** Asks for the list again as one types or chooses, so that no button is needed. Draws nothing. */
export function SearchAsTyped() {
  const place = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const asked = () => {
      const given = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === "string" && value !== "" ? [[name, value]] : [],
      );
      router.replace(`${form.getAttribute("action") ?? ""}?${new URLSearchParams(given).toString()}`, {
        scroll: false,
      });
    };
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(asked, pause);
    };
    form.addEventListener("input", typed);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", typed);
    };
  }, [router]);
  return <span ref={place} hidden />;
}
