"use client";
import { Apology } from "@/components/ui/apology";
import "./globals.css";

/** Even the frame of the page broke, so this one brings its own. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB">
      <head>
        <link rel="stylesheet" href="/nhsuk/nhsuk-frontend.min.css" />
      </head>
      <body>
        <Apology reference={error.digest} again={reset} />
      </body>
    </html>
  );
}
