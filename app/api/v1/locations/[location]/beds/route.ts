import { bedsSaid } from "@/lib/api/asked";
import { numberIn } from "@/lib/api/number-in";
import { bedUpdateSent, fieldsSent } from "@/lib/api/sent-body";
import { updateBeds } from "@/lib/beds/update-beds";
import { apiRead, apiSend } from "@/lib/web/api-route";

type At = { location: string };

/** The beds of this location as last stated, and what may be sent. */
export const GET = apiRead<At>(({ user, params: { location }, now }) => bedsSaid(user, numberIn(location), now));

/** States the beds of this location. */
export const POST = apiSend<At, typeof bedUpdateSent>(
  "beds",
  bedUpdateSent,
  (sent, idempotencyKey, { user, params, now }) =>
    updateBeds(
      user,
      { locationId: numberIn(params.location), typed: fieldsSent(sent), idempotencyKey, source: "api" },
      now,
    ),
);
