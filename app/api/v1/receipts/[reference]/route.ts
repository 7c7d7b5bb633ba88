import { receiptInFullSaid } from "@/lib/api/receipts";
import { apiRead } from "@/lib/web/api-route";

/** One receipt, with what was filed. */
export const GET = apiRead<{ reference: string }>(({ user, params }) => receiptInFullSaid(user, params.reference));
