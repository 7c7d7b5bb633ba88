import { areaSumsSaid } from "@/lib/api/area-sums";
import { apiRead } from "@/lib/web/api-route";

/** The measures of an area in the month that `month` names, or the newest. */
export const GET = apiRead<{ kind: string; code: string }>(({ user, params, query, now }) =>
  areaSumsSaid(user, params.kind, params.code, query.get("month"), now),
);
