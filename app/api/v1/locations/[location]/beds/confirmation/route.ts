import { numberIn } from "@/lib/api/number-in";
import { confirmationSent } from "@/lib/api/sent-body";
import { confirmBeds } from "@/lib/beds/confirm-beds";
import { apiSend } from "@/lib/web/api-route";

/** "Still so": states the newest figures of this location again, today. */
export const POST = apiSend<{ location: string }, typeof confirmationSent>(
  "beds",
  confirmationSent,
  ({ statement }, _key, { user, params, now }) =>
    confirmBeds(user, { locationId: numberIn(params.location), looked: statement, source: "api" }, now),
);
