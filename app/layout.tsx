import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ServiceProvider } from "@/components/ui";
import { service } from "./service";
import "./globals.css";

export const metadata: Metadata = { robots: { index: false } };

/** The document every page stands in. Settings are read at each request, so one build serves any installation. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css" />
        <link rel="stylesheet" href="/theme.css" />
      </head>
      <body>
        <ServiceProvider service={service()}>{children}</ServiceProvider>
      </body>
    </html>
  );
}
