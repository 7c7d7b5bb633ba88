import { placesInCsv } from "@/lib/api/feed/as-csv";
import { openRead } from "@/lib/web/open-route";

/** The whole open feed as CSV. */
export const GET = openRead({ type: "text/csv; charset=utf-8", say: placesInCsv });
