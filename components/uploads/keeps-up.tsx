"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2_000;

/**
 * Shows the page again every two seconds while work continues in the background. Without JavaScript a link does the
 * same.
 */
export function KeepsUp() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
