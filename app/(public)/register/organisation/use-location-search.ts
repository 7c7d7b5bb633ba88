"use client";
import { useEffect, useRef, useState } from "react";

export interface SuggestedLocation {
  id: number;
  name: string;
  provider: string;
  postcode: string;
}

export interface SearchResult {
  found: SuggestedLocation[];
  by: "postcode" | "district" | "name" | "short";
  more: boolean;
}

interface Searched {
  asked: string;
  result: SearchResult | null;
  /** Why a search had no answer. */
  failed: string | null;
}

const pause = 250;
const notReached = "We could not search just now. Wait a minute and try again.";

/** Looks for places as one types; a newer question overtakes an older answer. Starts from what the page came with. */
export function useLocationSearch(type: string, first: string, firstResult: SearchResult | null) {
  const [text, setTyped] = useState(first);
  const [state, setState] = useState<Searched>({ asked: first, result: firstResult, failed: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = async (sought: string) => {
    asking.current?.abort();
    const asked = sought.trim();
    if (asked === "") return setState({ asked, result: null, failed: null });
    if (asked.length < 2) return setState({ asked, result: { found: [], by: "short", more: false }, failed: null });
    const mine = (asking.current = new AbortController());
    const query = new URLSearchParams({ type, text: sought });
    const answer = await fetch(`/api/locations/search?${query}`, { signal: mine.signal }).catch(() => null);
    const said = (await answer?.json().catch(() => null)) as (SearchResult & { problem?: string }) | null | undefined;
    if (mine.signal.aborted) return;
    if (answer?.ok && said) setState({ asked, result: said, failed: null });
    else setState({ asked: "", result: null, failed: said?.problem ?? notReached });
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
