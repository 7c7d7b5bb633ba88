"use client";
import { useEffect, useRef, useState } from "react";
import type { FoundPlace } from "./found-places";

export interface SearchResult {
  found: FoundPlace[];
  by: "postcode" | "district" | "name";
  more: boolean;
}

const pause = 250;

/** Looks for places as one types; a newer question overtakes an older answer. Starts from what the page came with. */
export function useLocationSearch(type: string, first: string, firstResult: SearchResult | null) {
  const [text, setTyped] = useState(first);
  const [state, setState] = useState({ asked: first, result: firstResult });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = async (sought: string) => {
    asking.current?.abort();
    if (sought.trim().length < 2) return setState({ asked: "", result: null });
    const mine = (asking.current = new AbortController());
    const query = new URLSearchParams({ type, text: sought });
    const answer = await fetch(`/api/locations/search?${query}`, { signal: mine.signal }).catch(() => null);
    if (!answer?.ok) return;
    const result = (await answer.json()) as SearchResult;
    if (!mine.signal.aborted) setState({ asked: sought.trim(), result });
  };
  const setText = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(next), pause);
  };
  const now = () => {
    clearTimeout(timer.current);
    void ask(text);
  };
  return { text, setText, now, ...state };
}
