import { numberIn } from "@/lib/api/number-in";
import { receiptsSaid } from "@/lib/api/receipts";
import { apiRead } from "@/lib/web/api-route";

/** The receipts of this key's locations, newest first; `before` is the `next` of the page before. */
export const GET = apiRead(({ user, query }) => receiptsSaid(user, numberIn(query.get("before") ?? "") || null));
