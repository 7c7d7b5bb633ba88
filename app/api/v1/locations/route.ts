import { locationsSaid } from "@/lib/api/locations";
import { numberIn } from "@/lib/api/number-in";
import { apiRead } from "@/lib/web/api-route";

/** The locations of this key, with what each is asked for; `after` is the `next` of the page before. */
export const GET = apiRead(({ user, query, now }) => locationsSaid(user, numberIn(query.get("after") ?? ""), now));
