import { databaseIsCurrent } from "@/lib/db";

/** Can it serve? The database answers and has every migration; jobs and mail are watched elsewhere, for filing goes on. */
export async function GET() {
  const ready = await databaseIsCurrent();
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503 });
}
