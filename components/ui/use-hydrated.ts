"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** True once JavaScript runs in the browser: for controls that would do nothing without it. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
