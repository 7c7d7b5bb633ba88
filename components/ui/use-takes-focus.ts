"use client";
import { useLayoutEffect, type RefObject } from "react";
import { useHydrated } from "./use-hydrated";

/**
 * Gives an element the focus and brings it into view each time that `what` changes, while `wanted`. On a page that came
 * whole from the server nothing moves when its script starts, however late that is: `autoFocus` has done it, and
 * someone may be typing. After a press it moves before the page is seen, so that nothing slides away under the next one;
 * the framework's own scrolling comes first.
 */
export function useTakesFocus(
  element: RefObject<HTMLElement | null>,
  { what, block, wanted = true }: { what?: unknown; block: "start" | "center"; wanted?: boolean },
) {
  const hydrated = useHydrated();
  useLayoutEffect(() => {
    if (!wanted || !hydrated) return;
    queueMicrotask(() => {
      element.current?.focus({ preventScroll: true });
      element.current?.scrollIntoView({ block });
    });
    // Not `hydrated`: that the script has started is nothing to move for.
  }, [element, what, block, wanted]);
}
