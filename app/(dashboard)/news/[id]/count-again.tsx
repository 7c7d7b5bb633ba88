"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the menu count unread news again, once this page has been read. Without JavaScript the next page does. */
export function CountAgain() {
  const router = useRouter();
  useEffect(() => router.refresh(), [router]);
  return null;
}
