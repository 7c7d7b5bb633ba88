import { areasSaid } from "@/lib/api/area-sums";
import { apiRead } from "@/lib/web/api-route";

/** The areas of this key's holder. */
export const GET = apiRead(({ user }) => areasSaid(user));
