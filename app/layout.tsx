import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ServiceProvider } from "@/components/ui";
import { service } from "./shell/service";
import "./globals.css";
import "./print.css";

export const metadata: Metadata = {
  robots: { index: false },
  manifest: "/manifest.webmanifest",
  icons: { icon: "/icon.svg", apple: "/icons/icon-180.png" },
};

/**
 * The document every page stands in. Nothing is drawn at build time: settings are read and the content policy's nonce is
 * made at each request, so one build serves any installation.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
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
