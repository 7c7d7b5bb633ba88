import { locationsSaid } from "@/lib/api/asked";
import { apiRead } from "@/lib/web/api-route";

/** The locations of this key, with what each is asked for. */
export const GET = apiRead(({ user, now }) => locationsSaid(user, now));
