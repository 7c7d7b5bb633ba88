"use client";
import { createContext, useContext, type ReactNode } from "react";
import type { ServiceSettings } from "./service-settings";

const ServiceContext = createContext<ServiceSettings | null>(null);

/** Lets every piece below know whose service this is. */
export function ServiceProvider({ service, children }: { service: ServiceSettings; children: ReactNode }) {
  return <ServiceContext value={service}>{children}</ServiceContext>;
}

/** Whose service this is; null outside the root layout, as in a test of one piece. */
export const useServiceSettings = () => useContext(ServiceContext);
