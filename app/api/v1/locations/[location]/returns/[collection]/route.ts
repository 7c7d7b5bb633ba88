import { askedOf } from "@/lib/api/asked";
import { fileByKey, filingSent } from "@/lib/api/file-by-key";
import { returnSent } from "@/lib/api/sent-body";
import { Forbidden } from "@/lib/access/policy";
import { numberIn } from "@/lib/api/number-in";
import { isCollection } from "@/lib/questions/collections";
import { apiRead, apiSend } from "@/lib/web/api-route";

type At = { location: string; collection: string };

/** What this location is asked now, as a JSON Schema, and the figures that stand. */
export const GET = apiRead<At>(({ user, params: { location, collection }, now }) =>
  isCollection(collection) ? askedOf(user, numberIn(location), collection, now) : Promise.resolve(null),
);

/** Files a return, a nil return, or that nothing has changed. */
export const POST = apiSend<At, typeof returnSent>("file", returnSent, (sent, key, { user, params, now }) => {
  const { location, collection } = params;
  if (!isCollection(collection)) throw new Forbidden("file a return");
  return fileByKey(user, filingSent({ locationId: numberIn(location), collection }, sent, key), now);
});
