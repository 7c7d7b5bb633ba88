import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ServiceProvider } from "@/components/ui";
import { takeFormProblems } from "@/lib/web/form-problems";
import { service } from "./shell/service";
import "./globals.css";
import "./print.css";

export const metadata: Metadata = {
  robots: { index: false },
  manifest: "/manifest.webmanifest",
  icons: { icon: "/icon.svg", apple: "/icons/icon-180.png" },
};

/**
 * The document around every page. Nothing is drawn at build time: settings are read and the content policy's nonce is
 * made at each request, so one build serves any installation.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const posted = takeFormProblems((await headers()).get("x-request-id") ?? "");
  return (
    <html lang="en-GB">
      <head>
        <link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css" />
        <link rel="stylesheet" href="/theme.css" />
      </head>
      <body>
        <ServiceProvider service={service()} posted={posted}>
          {children}
        </ServiceProvider>
      </body>
    </html>
  );
}
