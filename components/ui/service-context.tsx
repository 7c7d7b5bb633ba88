"use client";
import { createContext, useContext, type ReactNode } from "react";
import type { ServiceSettings } from "./service-settings";

const ServiceContext = createContext<ServiceSettings | null>(null);

/** Lets every piece below know whose service this is. */
export function ServiceProvider({ service, children }: { service: ServiceSettings; children: ReactNode }) {
  return <ServiceContext value={service}>{children}</ServiceContext>;
}

const OwnerContext = createContext<string | undefined>(undefined);

/** Lets every form below say whose it is, so that it is not sent in the name of whoever signs in later. */
export function FormOwner({ owner, children }: { owner: string | undefined; children: ReactNode }) {
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}

/** Whose the forms here are; undefined where no one is signed in. */
export const useFormOwner = () => useContext(OwnerContext);

/** Whose service this is; null outside the root layout, as in a test of one piece. */
export const useServiceSettings = () => useContext(ServiceContext);
