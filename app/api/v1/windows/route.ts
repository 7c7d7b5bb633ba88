import { windowsSaid } from "@/lib/api/asked";
import { apiRead } from "@/lib/web/api-route";
import { windowsNow } from "@/lib/windows/windows-now";

/** The reporting windows: the latest that has opened, and the next. */
export const GET = apiRead(async ({ now }) => windowsSaid(await windowsNow(now), now));
