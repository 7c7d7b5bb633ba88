"use client";
import { createContext, useContext, type ReactNode } from "react";
import type { Problem } from "@/lib/outcome";
import type { ServiceSettings } from "./service-settings";

const ServiceContext = createContext<ServiceSettings | null>(null);

const PostedContext = createContext<Problem[]>([]);

/**
 * Lets every piece below know whose service this is, and what the form has to put right that this page answers (`posted`:
 * sent without JavaScript, so that nothing else can carry it up to the top of the page).
 */
export function ServiceProvider(props: { service: ServiceSettings; posted: Problem[]; children: ReactNode }) {
  return (
    <ServiceContext value={props.service}>
      <PostedContext value={props.posted}>{props.children}</PostedContext>
    </ServiceContext>
  );
}

/** What the form has to put right that was posted for this document, as the page was first drawn. */
export const usePostedProblems = () => useContext(PostedContext);

const OwnerContext = createContext<string | undefined>(undefined);

/** Lets every form below say whose it is, so that it is not sent in the name of whoever signs in later. */
export function FormOwner({ owner, children }: { owner: string | undefined; children: ReactNode }) {
  return <OwnerContext value={owner}>{children}</OwnerContext>;
}

/** Whose the forms here are; undefined where no one is signed in. */
export const useFormOwner = () => useContext(OwnerContext);

/** Whose service this is; null outside the root layout, as in a test of one piece. */
export const useServiceSettings = () => useContext(ServiceContext);
