"use client";
import { createContext, useContext, useEffect, type ReactNode } from "react";
import { useServiceSettings } from "./service-context";

const TitleContext = createContext("");

/**
 * The document's title: the page, then the service. It is written after the page's content so that, when a form inside
 * has problems, the title beginning "Error: " comes first in the document and is the one a browser reads, even without
 * JavaScript.
 */
export function PageTitle({ title: page, children }: { title: string; children: ReactNode }) {
  const service = useServiceSettings();
  const title = service ? `${page} – ${service.name}` : page;
  return (
    <TitleContext value={title}>
      {children}
      <title>{title}</title>
    </TitleContext>
  );
}

/** Makes the page's title begin "Error: " for as long as it is on the page. */
export function ProblemTitle() {
  const title = useContext(TitleContext);
  useEffect(() => {
    if (!title) return;
    document.title = `Error: ${title}`;
    return () => {
      if (document.title === `Error: ${title}`) document.title = title;
    };
  });
  return title ? <title>{`Error: ${title}`}</title> : null;
}
