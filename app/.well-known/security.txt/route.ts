import { now } from "@/lib/clock";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const halfAYear = 182 * 24 * 60 * 60_000;

/** Where to tell us about a weakness (RFC 9116). It names whoever runs this service, so it is not a file. */
export function GET() {
  const { APP_ORIGIN, TECHNICAL_EMAIL } = env();
  const lines = [
    `Contact: mailto:${TECHNICAL_EMAIL}`,
    `Expires: ${new Date(now().getTime() + halfAYear).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_ORIGIN}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
