"use client";
import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Tells, once, which choices of this name were ticked when the script took over: someone on a slow connection chooses
 * before it arrives. `take` is not called where nothing was changed meanwhile.
 */
export function useStanding<E extends HTMLElement>(
  name: string,
  take: (values: string[]) => void,
): RefObject<E | null> {
  const around = useRef<E>(null);
  useLayoutEffect(() => {
    const boxes = [...(around.current?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])];
    if (boxes.some((box) => box.checked !== box.defaultChecked))
      take(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  }, []);
  return around;
}
