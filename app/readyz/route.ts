import { isReady } from "@/lib/web/ready";

/** May requests be sent here? */
export async function GET() {
  const ready = await isReady();
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503 });
}
