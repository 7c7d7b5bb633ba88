import { description } from "@/lib/api/description";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";

/** The API's description, for everyone: it says what is asked this month and nothing of anyone. */
export async function GET(): Promise<Response> {
  const { APP_ORIGIN: origin, SERVICE_NAME: name } = env();
  return Response.json(description(await calendarNow(), monthFor(now()), { origin, name }));
}
