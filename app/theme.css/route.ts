import { service } from "@/app/shell/service";

export const dynamic = "force-dynamic";

/** The service's colour as a style sheet of its own, because the policy for content allows no inline styles. */
export function GET() {
  return new Response(`:root{--service-colour:${service().colour}}`, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
